#![no_main]

pantau_fuzz::target!(pantau::format::laws::messages);
