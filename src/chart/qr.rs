//! A QR code (ISO/IEC 18004) as an SVG file: for paper, where a link can't be followed.

use fast_qr::{ECL, QRBuilder, QRCode};
use std::fmt::Write;

/// What must stay white around a code, in modules.
const QUIET: usize = 4;

/// `text` as a QR code that a quarter of may be lost (level Q), with the quiet zone the standard
/// wants; `None` where it is longer than a code holds (1,663 bytes).
pub fn qr_code(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::Q).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\""
    );
    for row in 0..code.size {
        draw(&mut svg, &code, row);
    }
    svg.push_str("\"/></svg>\n");
    Some(svg)
}

/// A row of modules as strokes: one for each run of dark ones.
fn draw(svg: &mut String, code: &QRCode, row: usize) {
    let mut column = 0;
    for run in code[row][..code.size].chunk_by(|a, b| a.value() == b.value()) {
        if run[0].value() {
            // `fmt::Write` for `String` never fails.
            let _ = write!(svg, "M{} {}.5h{}", column + QUIET, row + QUIET, run.len());
        }
        column += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_gives_the_same_code_and_another_text_another() {
        let code = qr_code("https://kinerja.example.go.id/pejabat/a/2026/").unwrap();
        assert!(
            code.starts_with("<svg") && code.ends_with("</svg>\n"),
            "{code}"
        );
        assert!(!code.contains("style="));
        assert_eq!(
            qr_code("https://kinerja.example.go.id/pejabat/a/2026/"),
            Some(code.clone())
        );
        assert_ne!(
            qr_code("https://kinerja.example.go.id/pejabat/a/2025/"),
            Some(code)
        );
    }

    #[test]
    fn a_text_that_no_code_holds_has_none() {
        assert!(qr_code(&"a".repeat(1_663)).is_some());
        assert_eq!(qr_code(&"a".repeat(1_664)), None);
    }
}
