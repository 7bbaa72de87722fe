#![no_main]

pantau_fuzz::target!(pantau::sheet::laws::workbook);
