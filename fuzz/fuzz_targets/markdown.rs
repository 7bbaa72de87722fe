#![no_main]

pantau_fuzz::target!(pantau::view::laws::markdown);
