use super::*;
use crate::chart::{ActualMark, Baseline, Period, TargetMark};
use crate::social::font::Fonts;
use std::collections::BTreeSet;

fn period(label: &str, target: f64, actual: ActualMark) -> Period {
    Period {
        label: label.to_owned(),
        target: TargetMark::Level {
            value: target,
            label: target.to_string(),
        },
        actual,
    }
}

fn reported(value: f64, tone: Tone) -> ActualMark {
    ActualMark::Reported {
        value,
        label: value.to_string(),
        tone,
    }
}

/// A picture with everything there is.
fn picture() -> Picture {
    let missing = ActualMark::Missing { label: "?".into() };
    Picture {
        language: "id",
        site: "Pantau Kinerja & Hasil".into(),
        notice: Some("Data contoh".into()),
        name: "Keluarga miskin <ekstrem> yang datanya diverifikasi dan yang dibina".into(),
        who: "Endah Purwaningsih Lestari, S.Sos., M.AP., Kepala Dinas Sosial, Pemberdayaan \
              Perempuan dan Perlindungan Anak, 2026"
            .into(),
        tone: Tone::Bad,
        state: "! Terlambat 134 hari".into(),
        sentence: "Jumlah TW I dan TW III: 2.819 keluarga dari target 4.300 keluarga".into(),
        chart: Some(ProgressChart {
            id: "c".into(),
            title: "Keluarga miskin".into(),
            description: "TW I 1.264 keluarga".into(),
            periods: vec![
                period("TW I", 1200.0, reported(1264.0, Tone::Good)),
                period("TW II", 2800.0, missing),
                period("TW III", 4300.0, reported(2819.0, Tone::Watch)),
                period("TW IV", 5600.0, ActualMark::NotDue),
            ],
            baseline: Some(Baseline {
                value: 900.0,
                label: "900".into(),
                name: "2025".into(),
            }),
            due: Some(3),
        }),
        keys: [
            (KeyMark::Actual(Tone::Good), "Memenuhi target"),
            (KeyMark::Actual(Tone::Watch), "Belum memenuhi"),
            (KeyMark::Target, "Target"),
            (KeyMark::Missing, "Belum dilaporkan"),
            (KeyMark::Due, "Jatuh tempo"),
        ]
        .map(|(mark, text)| Key {
            mark,
            text: text.to_owned(),
        })
        .to_vec(),
        source: "Sumber: Pemerintah Kabupaten Contoh. Data per 21 November 2026.".into(),
        address: "kinerja.example.go.id/pejabat/endah/2026/".into(),
    }
}

#[test]
fn the_svg_is_xml_and_says_what_it_is_whose_and_of_which_day() {
    let svg = Painter::default().picture_svg(&picture());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(
        root.tag_name().namespace(),
        Some("http://www.w3.org/2000/svg")
    );
    let text = |name: &str| {
        let found = root.children().find(|node| node.has_tag_name(name));
        found.and_then(|node| node.text()).unwrap().to_owned()
    };
    assert_eq!(text("title"), picture().name);
    assert!(
        text("desc").contains("TW I 1.264 keluarga. Sumber: "),
        "{}",
        text("desc")
    );
    let lines = root.descendants().filter(|node| node.has_tag_name("text"));
    let lines: Vec<&str> = lines.filter_map(|line| line.text()).collect();
    let told = lines.join(" ");
    for part in [
        &picture().site,
        &picture().name,
        &picture().who,
        &picture().sentence,
        &picture().source,
        &picture().address,
    ] {
        assert!(told.contains(part.as_str()), "{part} is not in {told}");
    }
    assert!(lines.contains(&"Data contoh") && lines.contains(&"2819"));
    // What a host's policy would stop.
    let stopped = ["style", "class", "onload", "href"];
    let mut attributes = document.descendants().flat_map(|node| node.attributes());
    assert!(attributes.all(|attribute| !stopped.contains(&attribute.name())));
    assert!(
        document
            .descendants()
            .all(|node| !node.has_tag_name("style"))
    );
}

#[test]
fn the_png_has_its_size_and_names_its_input() {
    let painter = Painter::default();
    let png = painter.picture_png(&picture());
    let mut reader = png::Decoder::new(std::io::Cursor::new(&png))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((frame.width, frame.height), (PICTURE_WIDTH, PICTURE_HEIGHT));
    let inks: BTreeSet<u8> = pixels.iter().map(|pixel| pixel / 16).collect();
    assert!(inks.len() > 7, "{inks:?}");
    let input = painter.picture_input(&picture());
    assert_eq!(Painter::picture_input_of(&png), Some(input));
    // A picture is no card.
    assert_eq!(crate::social::input_of(&png), None);
    assert!(png.len() <= crate::social::MOST_BYTES, "{}", png.len());
}

#[test]
fn whatever_changes_in_a_picture_changes_its_input() {
    let painter = Painter::default();
    let changes: [fn(&mut Picture); 11] = [
        |picture| picture.site.push('x'),
        |picture| picture.notice = None,
        |picture| picture.name.push('x'),
        |picture| picture.who.push('x'),
        |picture| picture.tone = Tone::Good,
        |picture| picture.state.push('x'),
        |picture| picture.sentence.push('x'),
        |picture| picture.chart = None,
        |picture| drop(picture.keys.pop()),
        |picture| picture.source.push('x'),
        |picture| picture.address.push('x'),
    ];
    for (place, change) in changes.into_iter().enumerate() {
        let mut after = picture();
        change(&mut after);
        let inputs = [&after, &picture()].map(|picture| painter.picture_input(picture));
        assert_ne!(inputs[0], inputs[1], "{place}");
    }
}

/// Texts of any length leave the edges and the chart free.
#[test]
fn nothing_reaches_the_edges() {
    let mut full = picture();
    for text in [
        &mut full.site,
        &mut full.name,
        &mut full.who,
        &mut full.state,
        &mut full.sentence,
        &mut full.source,
        &mut full.address,
    ] {
        *text = "Wahyu ".repeat(60);
    }
    full.keys
        .iter_mut()
        .for_each(|key| key.text = "Wahyu ".repeat(9));
    let without = Picture {
        chart: None,
        ..full.clone()
    };
    for picture in [picture(), full, without] {
        let sheet = drawn(&picture, &Fonts::embedded());
        let rows = sheet.pixels().chunks(PICTURE_WIDTH as usize);
        for (y, row) in rows.enumerate() {
            let is_blank = |pixels: &[u8]| pixels.iter().all(|pixel| *pixel == 0);
            assert!(is_blank(&row[24..70]) && is_blank(&row[1140..]), "row {y}");
            let is_margin = !(24..=670).contains(&y);
            assert!(!is_margin || is_blank(&row[24..]), "row {y}");
        }
    }
}

/// The chart ends where its keys begin, and begins below the texts.
#[test]
fn chart_and_texts_have_their_own_room() {
    let layout = Layout::of(&picture(), &Fonts::embedded());
    let place = layout.chart.unwrap();
    let (width, height) = ProgressChart::SIZE;
    let right = place.left + width as f32 * place.scale;
    let bottom = place.top + height as f32 * place.scale;
    for mark in &layout.marks {
        let layout::Mark::Text { text, spot, .. } = mark else {
            continue;
        };
        let is_above = spot.baseline < place.top + 12.0 * place.scale;
        let is_aside = spot.left > right;
        assert!(is_above || is_aside || spot.baseline > bottom, "{text}");
    }
}

/// Whoever changes what a picture looks like raises `DRAWING`, or pictures that were drawn before stay.
#[test]
fn the_same_picture_looks_the_same_until_drawing_is_raised() {
    let sheet = drawn(&picture(), &Fonts::embedded());
    let look = Fingerprint::of(sheet.pixels()).sha256.to_string();
    assert_eq!((DRAWING, look.as_str()), (1, LOOK));
}

const LOOK: &str = "e120cd7d477121fe2d64e52d83f5747fcd9a30fa22ebc2e756428cc1166fa433";
