#![no_main]

pantau_fuzz::target!(pantau::search::laws::texts);
