use super::*;
use crate::chart::Tone;
use fit::{Fitted, Setting};
use font::Weight;
use sheet::Sheet;
use std::thread;

const LONG: &str = "Drs. H. Muhammad Abdurrahman Wahid Hasyim Asy'ari, S.H., M.Hum., Ph.D.";

fn part(tone: Tone, mark: &'static str, text: &str, count: usize) -> Part {
    Part {
        tone,
        mark,
        text: format!("{count} {text}"),
        count,
    }
}

fn bar(label: &str, value: BarValue) -> Bar {
    Bar {
        label: label.to_owned(),
        value,
    }
}

fn share(percent: f64, text: &str, tone: Tone) -> BarValue {
    BarValue::Share {
        percent,
        text: text.to_owned(),
        tone,
    }
}

/// A card with everything there is, and much of it.
fn card(name: &str) -> SocialCard {
    SocialCard {
        site: "Kontrak Kinerja Pejabat".into(),
        government: "Pemerintah Kabupaten Contoh".into(),
        notice: Some("Data contoh".into()),
        name: name.into(),
        post: "Kepala Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan, \
               dan Perlindungan Anak, 2026"
            .into(),
        tone: Tone::Bad,
        figure: Some(Figure {
            mark: "!",
            kept: "9".into(),
            total: "dari 14".into(),
        }),
        sentence: "9 dari 14 komitmen yang jatuh tempo tercapai atau sesuai jalur pada \
                   Triwulan III 2026"
            .into(),
        achievement: Some(["Capaian 104,2%".into(), "11 dari 17 dihitung".into()]),
        parts: vec![
            part(Tone::Good, "✓", "tercapai", 5),
            part(Tone::Good, "✓", "sesuai jalur", 4),
            part(Tone::Watch, "✕", "di bawah jalur", 1),
            part(Tone::Bad, "✕", "tidak tercapai", 1),
            part(Tone::Bad, "!", "belum dilaporkan", 2),
            part(Tone::Neutral, "○", "belum tersedia", 1),
            part(Tone::Neutral, "○", "belum jatuh tempo", 3),
        ],
        bars: vec![
            bar("TW I", share(71.5, "71,5%", Tone::Watch)),
            bar("TW II", share(1234.5, "1.234,5%", Tone::Good)),
            bar(
                "TW III",
                BarValue::Missing {
                    text: "belum".into(),
                },
            ),
            bar("TW IV", BarValue::Blank),
        ],
        hundred: "100%".into(),
    }
}

fn drawn(card: &SocialCard) -> Sheet {
    draw::drawn(card, &Painter::default().fonts)
}

fn fitted(text: &str, sizes: &[f32], width: f32, lines: usize) -> Fitted {
    let setting = Setting {
        weight: Weight::Bold,
        sizes,
        width,
        lines,
    };
    setting.fit(&Painter::default().fonts, text)
}

#[test]
fn a_card_is_a_small_png_that_says_what_it_was_drawn_from() {
    let painter = Painter::default();
    for name in [LONG, "W".repeat(400).as_str(), &"Wahyu ".repeat(80), ""] {
        let card = card(name);
        let png = painter.png(&card);
        assert!(png.len() <= MOST_BYTES, "{} bytes", png.len());
        assert_eq!(input_of(&png), Some(painter.input(&card)));
        let mut reader = png::Decoder::new(std::io::Cursor::new(&png))
            .read_info()
            .unwrap();
        assert_eq!((reader.info().width, reader.info().height), (1200, 630));
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(pixels, drawn(&card).pixels());
    }
}

/// A card of an earlier build is taken where its input is the same. If this fails since cards look
/// otherwise now, raise `DRAWING` and write the new digits here.
#[test]
fn another_look_has_another_number() {
    let sheet = drawn(&card("Ḥamzah 李 💚 Łukasz"));
    let png = encode::png(&sheet, Fingerprint::of(b"").sha256);
    let look = (DRAWING, Fingerprint::of(&png).sha256.to_string());
    assert_eq!(look, (3, LOOK.to_owned()));
}

/// The SHA-256 of a card that says nothing of its input.
const LOOK: &str = "5a2873e456be445b07301230ca7dfd4bfa40d9ef8f61aa4bd787f0010640caed";

#[test]
fn the_same_card_gives_the_same_bytes_on_any_thread() {
    let card = card(LONG);
    let one = Painter::default().png(&card);
    let others: Vec<Vec<u8>> = thread::scope(|scope| {
        let draw = || Painter::default().png(&card);
        let drawing: Vec<_> = (0..4).map(|_| scope.spawn(draw)).collect();
        drawing.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(others.iter().all(|other| *other == one));
}

#[test]
fn whatever_changes_on_a_card_changes_its_input() {
    let painter = Painter::default();
    let changes: [fn(&mut SocialCard); 12] = [
        |card| card.site.push('x'),
        |card| card.government.push('x'),
        |card| card.notice = None,
        |card| card.name.push('x'),
        |card| card.post.push('x'),
        |card| card.tone = Tone::Good,
        |card| card.figure = None,
        |card| card.sentence.push('x'),
        |card| card.achievement = None,
        |card| card.parts[1].count += 1,
        |card| card.bars[0].value = share(71.4, "71,5%", Tone::Watch),
        |card| card.hundred.push('x'),
    ];
    let before = card(LONG);
    for (place, change) in changes.into_iter().enumerate() {
        let mut after = before.clone();
        change(&mut after);
        assert_ne!(painter.input(&after), painter.input(&before), "{place}");
    }
    // A text that moves from one field to its neighbour is no other text, and another card.
    let mut moved = before.clone();
    moved.site.push('P');
    moved.government.remove(0);
    assert_ne!(painter.input(&moved), painter.input(&before));
}

#[test]
fn a_text_is_broken_then_smaller_then_cut_off() {
    let sizes = [60.0, 40.0];
    let short = fitted("Siti Aminah", &sizes, 1000.0, 2);
    assert_eq!(
        (short.pixels, short.lines),
        (60.0, vec!["Siti Aminah".to_owned()])
    );
    let broken = fitted(LONG, &sizes, 1300.0, 2);
    assert_eq!((broken.pixels, broken.lines.len()), (60.0, 2));
    assert_eq!(broken.lines.join(" "), LONG);
    let smaller = fitted(LONG, &sizes, 900.0, 2);
    assert_eq!(
        (smaller.pixels, smaller.lines.join(" ")),
        (40.0, LONG.to_owned())
    );
    let cut = fitted(LONG, &sizes, 500.0, 2);
    assert_eq!(cut.lines, ["Drs. H. Muhammad", "Abdurrahman Wahid…"]);
    let one_word = fitted(&"W".repeat(99), &sizes, 500.0, 2);
    assert_eq!(one_word.lines.len(), 1);
    assert!(one_word.lines[0].starts_with("WWWW") && one_word.lines[0].ends_with('…'));
    // What a space without a break holds together stays so.
    let bound = fitted("S.H.,\u{A0}M.Hum. Hakim", &sizes, 420.0, 2);
    assert_eq!(bound.lines, ["S.H.,\u{A0}M.Hum.", "Hakim"]);
    assert!(fitted("", &sizes, 500.0, 2).lines.is_empty());
}

/// Rows and columns at the edges are blank, the strip at the left aside, however long texts are.
#[test]
fn nothing_reaches_the_edges() {
    let mut full = card("");
    for text in [
        &mut full.name,
        &mut full.post,
        &mut full.site,
        &mut full.government,
        &mut full.sentence,
    ] {
        *text = "Wahyu ".repeat(60);
    }
    full.parts.iter_mut().for_each(|part| part.count *= 111);
    for card in [card(LONG), full] {
        let sheet = drawn(&card);
        for (y, row) in sheet.pixels().chunks(WIDTH as usize).enumerate() {
            let is_blank = |pixels: &[u8]| pixels.iter().all(|pixel| *pixel == 0);
            assert!(is_blank(&row[24..72]) && is_blank(&row[1140..]), "row {y}");
            let is_margin = !(24..=616).contains(&y);
            assert!(!is_margin || is_blank(&row[24..]), "row {y}");
        }
    }
}

/// Between the column of texts and the label of the line at 100 % is a gap, wherever lines break.
#[test]
fn the_sentence_keeps_away_from_the_chart() {
    let painter = Painter::default();
    let mut card = card(LONG);
    let drawing = draw::Drawing {
        sheet: Sheet::blank((WIDTH, HEIGHT)),
        fonts: &painter.fonts,
    };
    for hundred in ["100%", "100,00%"] {
        card.hundred = hundred.into();
        let label = drawing.chart_left(hundred) as usize;
        for length in 1..60 {
            card.sentence = format!("{} {}", "i".repeat(length), "tercapai ".repeat(12));
            card.achievement = Some([card.sentence.clone(), card.sentence.clone()]);
            let sheet = draw::drawn(&card, &painter.fonts);
            let rows = sheet.pixels().chunks(WIDTH as usize).enumerate();
            for (y, row) in rows.take(500).skip(300) {
                let gap = &row[label - 20..label];
                assert!(gap.iter().all(|pixel| *pixel == 0), "{length}, row {y}");
            }
        }
    }
}

#[test]
fn what_the_font_lacks_is_a_box_and_what_has_no_shape_is_nothing() {
    let blank = drawn(&card(""));
    let boxed = drawn(&card("李"));
    assert_ne!(boxed.pixels(), blank.pixels());
    assert_eq!(drawn(&card("💚")).pixels(), boxed.pixels());
    assert_ne!(drawn(&card("A")).pixels(), boxed.pixels());
    let plain = drawn(&card("Siti Aminah"));
    let marked = drawn(&card("Si\u{200D}ti\u{FE0F} \u{202E}Aminah\u{AD}"));
    assert_eq!(marked.pixels(), plain.pixels());
}

#[test]
fn a_missing_quarter_is_no_bar_and_a_bar_is_as_high_as_its_share() {
    let ink_in_column = |value: BarValue| {
        let only = SocialCard {
            bars: vec![bar("TW I", value)],
            ..card(LONG)
        };
        let sheet = drawn(&only);
        let rows = sheet.pixels().chunks(WIDTH as usize);
        rows.take(458).skip(345).filter(|row| row[968] != 0).count()
    };
    let full = ink_in_column(share(100.0, "", Tone::Good));
    let half = ink_in_column(share(50.0, "", Tone::Good));
    assert!((full as i64 - 2 * half as i64).abs() <= 6, "{full} {half}");
    let missing = BarValue::Missing {
        text: String::new(),
    };
    assert!(ink_in_column(missing) < 10);
    assert!(ink_in_column(BarValue::Blank) < 5);
}

#[test]
fn only_a_card_says_what_it_was_drawn_from() {
    let mut other = Vec::new();
    let mut encoder = png::Encoder::new(&mut other, 1, 1);
    encoder
        .add_text_chunk("pantau-input".into(), "0".repeat(64))
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0]).unwrap();
    writer.finish().unwrap();
    assert_eq!(input_of(&other), None);
    for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", b"GIF89a"] {
        assert_eq!(input_of(bytes), None);
    }
}
