#![no_main]

pantau_fuzz::target!(pantau::history::laws::printed);
