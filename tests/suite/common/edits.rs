//! Changes of single files of a site, as somebody might make them.

use pantau::model::Date;
use pantau::source::Sources;

/// One file, as somebody might leave it.
pub struct Edit {
    pub file: String,
    pub what: String,
    /// `None`: removed.
    pub bytes: Option<Vec<u8>>,
}

impl Edit {
    pub fn applied(&self, sources: &Sources) -> Sources {
        let mut sources = sources.clone();
        match &self.bytes {
            Some(bytes) => sources.files.insert(self.file.clone(), bytes.clone()),
            None => sources.files.remove(&self.file),
        };
        sources
    }
}

/// Every file removed, and every line of every file changed in each way that there is.
pub fn edits(sources: &Sources) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (file, bytes) in &sources.files {
        let text = std::str::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        edits.push(Edit {
            file: file.clone(),
            what: "removed".to_owned(),
            bytes: None,
        });
        // Any edit breaks the seal of a frozen quarter.
        if file.ends_with(".json") {
            continue;
        }
        for (at, line) in lines.iter().enumerate() {
            for new in variants(line, sources) {
                let mut lines = lines.clone();
                lines[at] = &new;
                edits.push(Edit {
                    file: file.clone(),
                    what: format!("{line:?} → {new:?}"),
                    bytes: Some((lines.join("\n") + "\n").into_bytes()),
                });
            }
        }
    }
    edits
}

/// Other values that may stand in a line; most edits that make no sense the gate refuses.
fn variants(line: &str, sources: &Sources) -> Vec<String> {
    if line.trim().is_empty() || line.trim_start().starts_with('#') {
        return Vec::new();
    }
    let Some((key, value)) = line.split_once(": ") else {
        // A line of prose, or an item of a list.
        return vec![format!("{line} lain")];
    };
    let mut values = vec![format!("{value} lain")];
    values.extend(other_word(value).map(str::to_owned));
    values.extend(other_number(value));
    values.extend(
        value
            .parse::<Date>()
            .ok()
            .and_then(|d| d.succ_opt())
            .map(|d| d.to_string()),
    );
    let folder = match key.trim_start_matches([' ', '-']) {
        "opd" => "opd/",
        "jabatan" | "atasan" => "jabatan/",
        "pejabat" => "pejabat/",
        "aturan" => "aturan/",
        _ => "",
    };
    values.extend(
        ids(sources, folder)
            .filter(|id| *id != value)
            .map(str::to_owned),
    );
    values
        .iter()
        .map(|value| format!("{key}: {value}"))
        .collect()
}

fn other_word(value: &str) -> Option<&'static str> {
    Some(match value {
        "naik" => "turun",
        "turun" => "naik",
        "jumlah" => "rata-rata",
        "akhir" => "rata-rata",
        "definitif" => "plt",
        "plt" => "definitif",
        "WDP" => "WTP",
        "WTP" => "WDP",
        "ya" => "tidak",
        "pemantauan" => "putusan",
        "triwulan" => "semester",
        "berganti_nama" => "digabung",
        "10 hari" => "1 hari",
        "15 hari" => "1 hari",
        _ => return None,
    })
}

/// One more in the last digit.
fn other_number(value: &str) -> Option<String> {
    value.parse::<f64>().ok()?;
    let (rest, last) = value.split_at(value.len() - 1);
    let digit: u32 = last.parse().ok()?;
    Some(format!("{rest}{}", (digit + 1) % 10))
}

fn ids<'s>(sources: &'s Sources, folder: &'s str) -> impl Iterator<Item = &'s str> {
    let files = sources.files.keys().filter(move |_| !folder.is_empty());
    files.filter_map(move |file| file.strip_prefix(folder)?.strip_suffix(".yml"))
}
