#![no_main]

pantau_fuzz::target!(pantau::site::laws::memories);
