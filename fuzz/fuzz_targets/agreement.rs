#![no_main]

pantau_fuzz::target!(pantau::agreement::laws::tables);
