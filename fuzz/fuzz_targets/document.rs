#![no_main]

pantau_fuzz::target!(pantau::parse::laws::documents);
