#![no_main]

pantau_fuzz::target!(pantau::disk::laws::media);
