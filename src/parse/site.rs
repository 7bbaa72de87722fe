//! The tables of `situs.yml` and of a page's front matter.

use super::english::RawEnglishSite;
use super::reader::Sp;
use super::record::record;
use super::scalar::{CommitPattern, Url};
use super::silence::Silences;
use crate::model::{BaseUrl, Date, Language, Markdown, Provider, SitePath, Slug};

record! {
    /// `situs.yml`
    RawSite (
        "Situs: `situs.yml`.",
        "The site: `situs.yml`."
    ) {
        format: Sp<u32> = "format" (
            "Versi bentuk data ini; selalu 1.",
            "Version of this data format; always 1."
        );
        title: Sp<String> = "judul" (
            "Judul situs.",
            "Title of the site."
        );
        government: Sp<String> = "pemerintah" (
            "Nama pemerintah daerah.",
            "Name of the government."
        );
        english: Option<Sp<RawEnglishSite>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
        base_url: Sp<BaseUrl> = "alamat" (
            "Alamat tempat situs diterbitkan, dengan atau tanpa jalur di belakangnya.",
            "Address at which the site is published, with or without a path."
        );
        time_zone: Sp<chrono_tz::Tz> = "zona_waktu" (
            "Zona waktu pemerintah: Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura. Menentukan kapan suatu hari berakhir.",
            "Time zone of the government. Decides when a day ends."
        );
        licence: Sp<String> = "lisensi" (
            "Lisensi data dalam tulisan SPDX, misalnya CC-BY-4.0.",
            "Licence of the data as an SPDX id, such as CC-BY-4.0."
        );
        complaints_url: Option<Sp<Url>> = "lapor" (
            "Alamat pengaduan masyarakat (SP4N-LAPOR).",
            "Where the public complains (SP4N-LAPOR)."
        );
        contact: Sp<String> = "kontak" (
            "Alamat dinas untuk laporan kesalahan; tercetak di setiap halaman.",
            "The office's own address for reports of errors; printed on every page."
        );
        repository: Option<Sp<Url>> = "repositori" (
            "Alamat repositori git yang menyimpan data ini.",
            "Address of the git repository that holds this data."
        );
        commit_pattern: Option<Sp<CommitPattern>> = "tautan_commit" (
            "Alamat satu commit di repositori itu, dengan `{commit}` di tempat namanya. Hanya perlu bila tidak dikenali dari `repositori` (GitHub, GitLab, Forgejo, Gitea, Codeberg, Bitbucket, sourcehut, cgit).",
            "Address of a commit in that repository, with `{commit}` in the place of its name. Needed only where it can't be told from `repositori` (GitHub, GitLab, Forgejo, Gitea, Codeberg, Bitbucket, sourcehut, cgit)."
        );
        recorded_since: Option<Sp<Date>> = "catatan_sejak" (
            "Sejak hari ini perubahan dicatat dari git; yang sudah ada pada hari itu menjadi titik awal. Tanpa kunci ini perubahan tidak dicatat.",
            "Changes are recorded from git since this day; what stood there on that day is the baseline. Without this key no changes are recorded."
        );
        signing_keys: Vec<Sp<RawSigningKey>> = "kunci" (
            "Kunci publik yang menandatangani commit dinas; commit yang ditandatangani kunci lain disebut demikian.",
            "Public keys that the office signs its commits with; a commit signed by any other is told to be so."
        );
        sample_data: Option<Sp<bool>> = "data_contoh" (
            "`ya` bila orang dan angkanya rekaan; setiap halaman menyebutkannya. Bila tidak ditulis: tidak.",
            "`ya` if people and figures are invented; every page says so. Default: tidak."
        );
        offline: Option<Sp<bool>> = "luring" (
            "`ya` agar halaman yang pernah dibuka tersimpan di peramban pembaca dan dapat dibaca tanpa jaringan. Bila tidak ditulis: tidak.",
            "`ya` to keep pages that a reader visited in the reader's browser, for reading without a network. Default: tidak."
        );
        social_cards: Option<Sp<bool>> = "kartu_media_sosial" (
            "`ya` bila setiap pejabat mendapat gambar yang tampil saat alamatnya dibagikan, `tidak` bila tanpa gambar. Bila tidak ditulis: ya untuk paling banyak 2.000 pejabat.",
            "`ya` if each official gets a picture that is shown where the address is shared, `tidak` if none does. Default: ya for up to 2,000 officials."
        );
        embeds: Option<Sp<bool>> = "sematan" (
            "`ya` bila grafik setiap komitmen dapat disematkan di situs lain dan diunduh sebagai gambar, `tidak` bila tidak. Bila tidak ditulis: ya untuk paling banyak 2.000 pejabat.",
            "`ya` if the chart of each commitment can be shown on other sites and fetched as a picture, `tidak` if not. Default: ya for up to 2,000 officials."
        );
        admin: Option<Sp<Box<RawAdmin>>> = "admin" (
            "Formulir web untuk mengisi data tanpa git, di `admin/`. Bila tidak ditulis: tidak ada.",
            "A web form for filling in data without git, at `admin/`. Default: none."
        );
        security: Option<Sp<RawSecurity>> = "keamanan" (
            "Ke mana celah keamanan situs dilaporkan; terbit sebagai `.well-known/security.txt` (RFC 9116). Bila tidak ditulis: tidak terbit.",
            "Where holes in the site's security are reported; published as `.well-known/security.txt` (RFC 9116). Default: not published."
        );
        languages: Vec<Sp<Language>> = "bahasa" (
            "Bahasa situs; `id` harus ada. Bila tidak ditulis: id dan en.",
            "Languages of the site; `id` must be among them. Default: id and en."
        );
        theme: Option<Sp<Slug>> = "tema" (
            "Nama tema: `default`, `lembar`, atau folder di `themes/`. Bila tidak ditulis: default.",
            "Name of the theme: `default`, `lembar`, or a folder below `themes/`. Default: default."
        );
        old_addresses: Vec<Sp<RawOldAddress>> = "alamat_lama" (
            "Alamat halaman yang sudah tidak ada: ke mana pindahnya, atau mengapa ditarik. Alamat yang pernah terbit tidak boleh hilang begitu saja.",
            "Addresses whose pages are gone: where they moved, or why they were withdrawn. An address once published may not vanish without a word."
        );
    }
}

record! {
    /// `keamanan`
    RawSecurity (
        "Laporan celah keamanan: isi `security.txt`.",
        "Reports of security holes: what `security.txt` says."
    ) {
        contact: Option<Sp<Url>> = "kontak" (
            "Alamat web untuk melapor. Bila tidak ditulis: alamat kantor di `kontak`.",
            "Web address for reports. Default: the office's address in `kontak`."
        );
        expires: Sp<Date> = "kedaluwarsa" (
            "Sampai kapan keterangan ini berlaku; kurang dari setahun ke depan. Perbarui setelah memeriksa bahwa alamatnya masih dibaca.",
            "Until when this holds; less than a year ahead. Renew it once you have made sure that the address is still read."
        );
        policy: Option<Sp<Url>> = "kebijakan" (
            "Alamat aturan pelaporan: apa yang boleh diuji dan kapan jawaban datang.",
            "Address of the rules for reports: what may be tried, and when an answer comes."
        );
        encryption: Option<Sp<Url>> = "kunci_enkripsi" (
            "Alamat kunci publik untuk menyandikan laporan.",
            "Address of a public key to encrypt reports with."
        );
    }
}

record! {
    /// `admin`
    RawAdmin (
        "Formulir web: repositori tempat formulir membaca dan menyimpan.",
        "The web form: the repository that it reads and saves in."
    ) {
        provider: Sp<Provider> = "penyedia" (
            "Program yang menyimpan repositorinya.",
            "The program that keeps the repository."
        );
        repository: Sp<String> = "repositori" (
            "Nama repositori di penyedia itu: organisasi/nama.",
            "Name of the repository there: organisation/name."
        );
        branch: Option<Sp<String>> = "cabang" (
            "Cabang yang diterbitkan. Bila tidak ditulis: main.",
            "The branch that is published. Default: main."
        );
        server: Option<Sp<BaseUrl>> = "server" (
            "Alamat penyedia bila dikelola sendiri. Bila tidak ditulis: github.com, gitlab.com, gitea.com, atau codeberg.org (forgejo).",
            "Address of a provider of one's own. Default: github.com, gitlab.com, gitea.com or codeberg.org (forgejo)."
        );
        sign_in: Option<Sp<BaseUrl>> = "alamat_masuk" (
            "Alamat layanan masuk (OAuth). Tanpa ini dan tanpa `id_aplikasi` petugas masuk dengan token akses.",
            "Address of the service that signs people in (OAuth). Without it and without `id_aplikasi` they sign in with an access token."
        );
        app: Option<Sp<String>> = "id_aplikasi" (
            "Id aplikasi OAuth (PKCE) di gitlab, gitea, atau forgejo.",
            "Id of the OAuth application (PKCE) at gitlab, gitea or forgejo."
        );
        drafts: Option<Sp<bool>> = "draf" (
            "`ya` bila simpanan menjadi draf (pull request) yang diterbitkan setelah disetujui, `tidak` bila langsung. Bila tidak ditulis: ya di github dan gitlab; gitea dan forgejo selalu langsung.",
            "`ya` if what is saved becomes a draft (pull request) that is published once approved, `tidak` if it is saved at once. Default: ya at github and gitlab; gitea and forgejo always save at once."
        );
    }
}

record! {
    /// An entry of `alamat_lama`.
    RawOldAddress (
        "Alamat lama: tepat satu dari `ke` dan `dihapus`.",
        "An old address: exactly one of `ke` and `dihapus`."
    ) {
        from: Sp<SitePath> = "dari" (
            "Alamat lamanya di bawah akar situs, beserta semua di bawahnya; berlaku juga untuk halaman Inggrisnya.",
            "The old address below the site's root, with all below it; it holds for its English page too."
        );
        to: Option<Sp<SitePath>> = "ke" (
            "Alamat barunya; yang dulu di bawah alamat lama dicari di bawah alamat ini.",
            "The new address; what stood below the old one is looked for below this one."
        );
        withdrawn: Option<Sp<Markdown>> = "dihapus" (
            "Mengapa halamannya ditarik; tercetak di alamat itu.",
            "Why the page was withdrawn; printed at that address."
        );
        date: Option<Sp<Date>> = "tanggal" (
            "Kapan ditarik; harus ada bersama `dihapus`.",
            "When it was withdrawn; required with `dihapus`."
        );
    }
}

record! {
    /// An entry of `kunci`.
    RawSigningKey ("Kunci penanda tangan commit.", "A key that commits are signed with.") {
        name: Sp<String> = "nama" (
            "Pemilik kunci, seperti yang dicetak di halaman.",
            "Whose key it is, as pages print it."
        );
        key: Sp<String> = "kunci" (
            "Kunci publik: satu baris SSH (`ssh-ed25519 AAAA…`), tanpa alamat surel di belakangnya, atau blok PGP PUBLIC KEY sesudah `|`.",
            "The public key: one line of SSH (`ssh-ed25519 AAAA…`), without the e-mail address behind it, or a PGP PUBLIC KEY block after `|`."
        );
    }
}

record! {
    /// The front matter of `halaman/<slug>.md`.
    RawFrontMatter (
        "Halaman: bagian di antara dua baris `---` pada awal `halaman/<id>.md`; versi Inggrisnya `<id>.en.md`.",
        "A page: what stands between two lines `---` at the top of `halaman/<id>.md`; its English version is `<id>.en.md`."
    ) {
        title: Sp<String> = "judul" (
            "Judul halaman.",
            "Title of the page."
        );
        order: Option<Sp<u32>> = "urutan" (
            "Urutan di antara halaman lain, yang kecil lebih dahulu. Bila tidak ditulis: 100.",
            "Place among the plain pages, lowest first. Default: 100."
        );
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}
