# The words for every problem: what is wrong, and what to write instead.

# Files and syntax

P001 = This file is not UTF-8 text.
    .cara = Save it again as UTF-8: in Notepad with Save As, under Encoding.
P002 = This file is larger than 1 MiB.
    .cara = Nobody writes that much by hand. Move attachments to media/ and refer to them.
P003 = There is a tab in this line.
    .cara = Replace the tab with spaces, two for each level.
P004 = This can't be read as YAML ({ $detail }).
    .cara = Compare it with the lines around: each reads "key: value".
P005 = There is a second colon in one line, or this line is indented although the one above already has a value.
    .cara = { $why ->
        [abaikan] The code and the reason stand in brackets: abaikan: { "{" }P390: "the reason"{ "}" }.
       *[other] If the colon belongs to the text, put the whole text in quotation marks: judul: "Wawancara: target 2026".
    }
P006 = A quotation mark here is not closed, or something stands behind the closing one.
    .cara = Put the whole text in one pair of quotation marks. Inside "…" use '…'.
P007 = { $why ->
        [strip] A hyphen is no value here.
        [anak] The line "{ $key }" is not indented enough: it belongs to "{ $owner }".
       *[other] This line is not indented like its neighbours.
    }
    .cara = { $why ->
        [strip] Is there no figure yet? Write belum_ada: with the reason in the place of the line. Otherwise fill it in, or delete the line.
        [anak] Put two more spaces before this line, and before the other ones below "{ $owner }".
       *[other] Give it as many spaces as the other lines of its level; what belongs to a key stands two spaces deeper.
    }
P008 = A value must not begin with this character ({ $detail }).
    .cara = Put the value in quotation marks.
P009 = This line has no colon.
    .cara = Write "key: value", with one space after the colon.
P010 = A bracket { "{" } or [ around here is not closed.
    .cara = Close it, or write one value per line without brackets.
P011 = This file holds more than one YAML document.
    .cara = Remove the line --- or ... in its middle; one file holds one thing.
P012 = The signs & , * and ! at the beginning of a value have a special meaning and are not used here.
    .cara = Put the value in quotation marks, or remove the sign.
P013 = The key "{ $key }" is already in line { $line }.
    .cara = Remove one of them; nobody can tell which is right.
P014 = Data is nested too deeply here.
    .cara = Look at the spaces before the lines: nothing is this deep.
P015 = A key must be text.
    .cara = Write "key: value", without a question mark, bracket or list for a key.
P016 = This file is empty.
    .cara = Fill it, or delete it.
P017 = There is an invisible control character here.
    .cara = Delete this part and type it again; such characters usually come with text copied from other programs.
P018 = This file is saved as UTF-16 (Notepad calls it "Unicode").
    .cara = Save it again as UTF-8: in Notepad with Save As, under Encoding.
P019 = The letter "{ $text }" here is saved in the old encoding of Windows, not in UTF-8.
    .cara = Save it again as UTF-8: in Notepad with Save As, under Encoding. In Excel choose "CSV UTF-8".
P020 = This file stands where the format has none.
    .cara = { $why ->
        [formulir] Move it out of content/. If it is a filled form, read it with: pantau import { $text }.
       *[other] { $near ->
            [tiada] Known inside content/: { $known }.
           *[other] Move it to content/{ $near }.
        }
    }
P021 = The extension of this file is wrong.
    .cara = Rename it to { $near }.
P022 = The file name "{ $text }" can't be an id.
    .cara = Use lower-case letters a–z, digits and hyphens{ $near ->
        [tiada] .
       *[other] , such as { $near }.
    }
P023 = The folder "{ $text }" is not a year.
    .cara = Use a year of four digits, such as 2026.
P024 = The folder "{ $text }" is not a quarter.
    .cara = { $near ->
        [tiada] Quarters are tw1, tw2, tw3 and tw4.
       *[other] Rename the folder { $near }.
    }
P025 = { $why ->
        [segel] Archive { $quarter } is not what was frozen: a fact was changed since.
        [tulisan] Archive { $quarter } was written anew in another layout (spaces, lines or order).
        [versi] Archive { $quarter } has format { $found }, which this version of pantau does not know.
        [triwulan] This archive holds { $found }, not { $quarter } as its file is named.
       *[bentuk] Archive { $quarter } is damaged and can't be read ({ $found }).
    }
    .cara = { $why ->
        [versi] Use a newer version of pantau.
        [triwulan] Give the file its name back.
       *[other] What is frozen must not change. Restore the file from git (git checkout -- content/arsip/{ $quarter }.json), or freeze it again: pantau freeze --replace { $quarter }. Personal data is taken out with pantau freeze --redact.
    }
P026 = There is no situs.yml.
    .cara = Create content/situs.yml, or begin a new site in another folder with `pantau init`.
P027 = This page does not begin with a title between two lines ---.
    .cara = Write at the very top: ---, then judul: …, then ---.
P028 = A civil servant's number (NIP) stands here, beginning with "{ $text }".
    .cara = Take the number out; name and post are enough. A NIP reveals the date of birth.
P029 = 16 digits like a citizen's number (NIK) stand here, beginning with "{ $text }".
    .cara = Take the number out. If it is an amount of money, write it with dots between the thousands.
P030 = A phone number stands here, beginning with "{ $text }".
    .cara = Take the number out. Readers reach the office by the contact in situs.yml.
P031 = An e-mail address stands here, beginning with "{ $text }".
    .cara = Take the address out. Only the office's own, kontak in situs.yml, may be shown.
P033 = The name of this { $field ->
        [folder] folder
       *[berkas] file
    } holds { $kind ->
        [nip] a civil servant's number (NIP)
        [nik] a citizen's number (NIK)
        [telepon] a phone number
       *[surel] an e-mail address
    }, beginning with "{ $text }".
    .cara = Give it a name without it, such as the post's, and mend what refers to the file.
P034 = This is a symbolic link; nothing is read through it.
    .cara = Remove the link and put the file or folder itself there.
P035 = This name can't be used on Windows or in a web address.
    .cara = Rename it to { $near }, also where it is referred to.
P036 = Files of the kind "{ $extension }" are not published from media/.
    .cara = { $way ->
        [svg] Export the picture as PNG or PDF; SVG can carry scripts.
        [foto] Save the photo as JPG or PNG.
        [naskah] Save the document as PDF.
        [lembar] Save the table as XLSX or CSV.
        [video] Save the video as MP4, or refer to its address on the web.
       *[lain] Accepted: { $known }. Save it anew as one of these, or move the file out of content/.
    }
P040 = This photo says where it was taken.
    .cara = Remove the location: on Windows by Properties, Details, Remove Properties; on a phone by sharing it without its location. Then put the photo here again.
P041 = The description of this file ({ $field }) holds { $kind ->
        [nip] a civil servant's number (NIP)
        [nik] a citizen's number (NIK)
        [telepon] a phone number
       *[surel] an e-mail address
    }, beginning with "{ $text }".
    .cara = Empty { $field } among the file's properties and save it again. In Word: File, Info, Inspect Document, before it is saved as PDF.
P042 = The description of this file is damaged and can't be read ({ $detail }).
    .cara = Open the file and save it as a new one; print a document to PDF anew.
P043 = This file is larger than 50 MiB.
    .cara = Make it smaller: 1600 pixels are wide enough for a photo, save a document as a small PDF, refer to a video by its address on the web.
P044 = The name of this file ends with "{ $extension }", but { $found ->
        [lain] what it holds is unknown
        [teks] it holds text
        [markup] it holds HTML, SVG or XML
       *[other] it holds { $found }
    }.
    .cara = Save it anew as { $extension } from its own program{ $found ->
        [lain] .
        [markup] ; web pages and SVG are not published from media/.
       *[other] , or let its name end as what it holds.
    }
P045 = This PDF is locked with a password.
    .cara = Save it without a password, so that readers can open it and its description can be checked.
P050 = This file is only a pointer of Git LFS; its content was not fetched.
    .cara = Run git lfs pull in this folder, then try again. On the service that publishes the site, turn on LFS for the checkout (lfs: true).
P051 = This file has git's marks of a merge: two versions stand side by side here.
    .cara = Choose the right version, delete the lines <<<<<<<, ======= and >>>>>>>, then end the merge with git add and git commit.
P055 = What stands at the key "{ $name }" is not a public key.
    .cara = Copy one line of an SSH .pub file (ssh-ed25519 AAAA…), or a whole -----BEGIN PGP PUBLIC KEY BLOCK----- after a |. A private key may stand nowhere.
P056 = "{ $name }" is not the name of a repository.
    .cara = Write organisation/name, such as diskominfo/kinerja, without the address of its provider, which stands at the key server.
P032 = There are too many values, or too many problems, in this file; what follows is not read.
    .cara = Is its content pasted in several times? Keep it once. If not, correct the problems that are told, then check again.

# Keys and values

P101 = The key "{ $key }" is not known here.
    .cara = { $near ->
        [tiada] Known keys: { $known }.
       *[other] Did you mean "{ $near }"?
    }
P102 = The key "{ $key }" is missing.
    .cara = Add a line "{ $key }: …".
P103 = There is no value here.
    .cara = { $key ->
        [nilai] Write the figure; zero is written 0. Is there none yet? Write belum_ada: with the reason in the place of the line.
        [nama] Write the name, such as nama: Jumlah posyandu aktif.
        [satuan] Write the unit, such as satuan: persen.
        [arah] Write which way is better: naik, turun, turun-rasio, rentang, predikat or tuntas.
        [akumulasi] Write how quarters make the figure of a year: jumlah, akhir or rata-rata.
        [target] Write the target, such as target: 80.
       *[other] { $need ->
            [required] Fill it in; this line must be there.
            [example] Remove the # before the lines below too, or put one before this line again.
           *[optional] Fill it in, or delete the line if there is none.
        }
    }
P104 = A decimal comma inside { "{ }" } splits the number in two.
    .cara = Write one per line, or use a point: 7.5.
P105 = A comma inside { "{ }" } splits the text: "{ $key }" is read as a key without a value.
    .cara = Write one per line, or put the text in quotation marks.
P106 = The number "{ $text }" stands inside [ ], where a comma separates and is no decimal comma.
    .cara = Write a list, one per line with a hyphen in front.
P107 = { $why ->
        [spasi] The colon has no space behind it here, so that it makes no key.
       *[other] Keys are expected below this, not one value or a list.
    }
    .cara = { $why ->
        [spasi] Write a space behind the colon: { $key }
       *[other] Begin a new line, indented by two spaces, with "{ $key }: …".
    }
P108 = A list is expected here.
    .cara = Write one per line below, each with a hyphen and a space in front.
P109 = One value is expected here, not a list or keys.
    .cara = Write the value after the colon, on the same line.
P110 = "{ $text }" can be read in two ways.
    .cara = Write { $first } or { $second }.
P111 = The points and commas of "{ $text }" don't make a number.
    .cara = { $first ->
        [tiada] Write it without thousands separators, such as 1234.5.
       *[other] Write { $first }.
    }
P112 = The number "{ $text }" begins with a zero.
    .cara = { $second ->
        [tiada] Write { $first }.
       *[other] Write { $first } or { $second }.
    }
P113 = "{ $text }" holds more than its number.
    .cara = { $first ->
        [tiada] Write the number alone, with all its zeros.
       *[other] { $second ->
            [tiada] Write { $first } alone; units don't stand here.
           *[other] Write { $first } or { $second } alone; units don't stand here.
        }
    }
P114 = "{ $text }" is not a number.
    .cara = { $first ->
        [tiada] Write the number alone, such as 3000 or 13,2.
        [belum_ada] A result that has no figure yet is written belum_ada: with the reason, in the place of nilai. Otherwise write the number.
       *[other] { $second ->
            [tiada] Write { $first }.
           *[other] Write { $first } or { $second }.
        }
    }
P115 = The number "{ $text }" is too long.
    .cara = At most 18 digits before the decimal point and 9 behind it.
P116 = "{ $text }" is not a whole number.
    .cara = Write a whole number, such as 28.
P120 = "{ $text }" is not a date.
    .cara = { $first ->
        [tiada] Write year-month-day, such as 2026-01-12.
       *[other] Write { $first }.
    }
P121 = "{ $text }" can be read in two ways.
    .cara = Write { $first } or { $second }.
P122 = The calendar has no day "{ $text }", or its year lies outside 1945–2199.
    .cara = Check day and month; the order is year-month-day.
P123 = "{ $text }" is not a day of the year.
    .cara = Write month-day with two digits each, such as "05-15".
P124 = "{ $text }" is not a length of time.
    .cara = Write a whole number and its unit: 10 hari, 24 bulan or 2 tahun.
P125 = "{ $text }" is not a year.
    .cara = Write four digits, such as 2025.
P130 = "{ $text }" is neither ya nor tidak.
    .cara = Write ya or tidak.
P131 = "{ $text }" is none of the words for this key.
    .cara = { $near ->
        [tiada] They are: { $known }.
       *[other] Did you mean "{ $near }"? They are: { $known }.
    }
P132 = "{ $text }" can't be an id.
    .cara = Use lower-case letters a–z, digits and hyphens{ $near ->
        [tiada] .
       *[other] , such as { $near }.
    }
P133 = "{ $text }" is not a contract's id.
    .cara = Write year and file name, such as 2026/kepala-dinas-kesehatan.
P134 = "{ $text }" is not a full address.
    .cara = An address begins with https:// or http:// and has no spaces.
P135 = "{ $text }" is not below media/.
    .cara = Put the file into content/media/ and write its path, such as media/dokumen/kontrak.pdf.
P136 = "{ $text }" is not a time zone.
    .cara = { $near ->
        [tiada] Write Asia/Jakarta, Asia/Makassar or Asia/Jayapura.
       *[other] Did you mean { $near }?
    }
P137 = A site can't stand at "{ $text }".
    .cara = Write a full address without a question mark, such as https://kinerja.example.go.id/.
P138 = Version { $found } of the format is not known.
    .cara = Write format: 1.
P139 = Indonesian must be among the languages.
    .cara = Add id to the list.

P140 = "{ $text }" is not the code of a warning that can be set aside.
    .cara = { $near ->
        [tiada] Only warnings can be set aside: { $known }. Errors must be mended.
       *[other] Did you mean { $near }?
    }
P141 = "{ $text }" is not a pattern for a commit's address.
    .cara = Write a full address with { "{commit}" } once, where the commit's name belongs, such as https://git.example.go.id/kinerja/commit/{ "{commit}" }.

P142 = These results are not filled in yet.
    .cara = Write the day of the report and the figures behind the colons. While they are empty, the quarter counts as not reported.
P145 = "{ $text }" is not an address below the site's root.
    .cara = { $near ->
        [tiada] Write lower-case letters a–z, digits and hyphens, with a slash behind each part: pejabat/ratna-k/.
       *[other] Write { $near }, without the site's name and with a slash at the end.
    }

P150 = Free text holds HTML: { $text }
    .cara = Use Markdown: **bold**, *italic*, [words](https://address). A < that is meant is written \<.
P151 = This link can't be used: "{ $text }".
    .cara = An address begins with https:// or http://, or leads into the site: /tentang/ or media/….
P152 = This picture has no words.
    .cara = Write between the square brackets what is to be seen, such as ![Pengukuran balita di posyandu](media/foto.jpg).

# References

P201 = There is no organisation "{ $name }".
    .cara = { $near ->
        [tiada] Create opd/{ $name }.yml, or mend the id.
       *[other] Did you mean "{ $near }"? If not, create opd/{ $name }.yml.
    }
P202 = There is no post "{ $name }".
    .cara = { $near ->
        [tiada] Create jabatan/{ $name }.yml, or mend the id.
       *[other] Did you mean "{ $near }"? If not, create jabatan/{ $name }.yml.
    }
P203 = There is no person "{ $name }".
    .cara = { $near ->
        [tiada] Create pejabat/{ $name }.yml, or mend the id.
       *[other] Did you mean "{ $near }"? If not, create pejabat/{ $name }.yml.
    }
P204 = There is no regime "{ $name }".
    .cara = { $near ->
        [tiada] Create aturan/{ $name }.yml, or mend the id.
       *[other] Did you mean "{ $near }"? If not, create aturan/{ $name }.yml.
    }
P205 = There is no contract "{ $name }".
    .cara = { $near ->
        [tiada] Create kontrak/{ $name }.yml, or mend year and name.
       *[other] Did you mean "{ $near }"? If not, create kontrak/{ $name }.yml.
    }
P206 = Its contract has no indicator "{ $name }".
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] That contract has no indicators yet.
           *[other] It has: { $known }.
        }
       *[other] Did you mean "{ $near }"?
    }
P207 = Its contract has no programme "{ $name }".
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] That contract has no programmes yet.
           *[other] It has: { $known }.
        }
       *[other] Did you mean "{ $near }"?
    }
P208 = Its regime has no scale "{ $name }" in predikat.
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] That regime has no predikat yet.
           *[other] It has: { $known }.
        }
       *[other] Did you mean "{ $near }"?
    }
P209 = "{ $name }" is not a rank of its scale.
    .cara = { $near ->
        [tiada] The ranks: { $known }.
       *[other] Did you mean "{ $near }"? The ranks: { $known }.
    }
P210 = Its regime has no aspect "{ $name }".
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] That regime has no aspects yet.
           *[other] It has: { $known }.
        }
       *[other] Did you mean "{ $near }"?
    }
P211 = Its regime has no evaluation "{ $name }".
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] Its regime prescribes no evaluation. Use evaluasi: in the file in aturan/ (its example is there, behind #), or delete this file.
           *[other] It has: { $known }.
        }
       *[other] Did you mean "{ $near }"?
    }
P212 = There is no file "{ $name }".
    .cara = { $near ->
        [tiada] Put it at content/{ $name }.
       *[other] Did you mean "{ $near }"? If not, put the file at content/{ $name }.
    }
P213 = The English page "{ $name }" has no Indonesian one.
    .cara = Create halaman/{ $name }.md, or take .en out of this file's name.
P214 = The name "{ $name }" is taken by another page of the site.
    .cara = Rename the file, for example our-{ $name }.md.
P215 = There is no file "{ $name }", but one that differs in upper case or in how accents are written.
    .cara = Write exactly { $near }.
P216 = The names "{ $name }" and "{ $other }" are one on a computer that knows no upper case, or writes accents its own way.
    .cara = Rename one of them, or remove it if both are the same.
P220 = This reference leads back to "{ $name }" itself.
    .cara = Break the circle: one of its references is wrong.
P225 = The old address "{ $name }" is already in line { $line }.
    .cara = Remove one of them; which one holds is not clear.
P226 = "{ $name }" is an old address itself (line { $line }); "ke" must lead to a page that exists.
    .cara = Write the last address: where the page is now.
P227 = "{ $name }" is not an old address: "{ $other }" stands on this site.
    .cara = Remove this entry, or name only those addresses below it that are gone.
P228 = There is no page at "{ $name }".
    .cara = { $near ->
        [tiada] Write the address of a page that exists, or dihapus: with the reason if the page was withdrawn.
       *[other] Did you mean "{ $near }"? If the page was withdrawn, write dihapus: with the reason.
    }

# Meaning

P301 = "{ $name }" is already used in line { $line }.
    .cara = Give it another id; each id stands once.
P302 = Nothing stands in "{ $name }".
    .cara = Write at least one.
P303 = Only one of these keys may stand here: { $keys }.
    .cara = Delete what does not apply.
P304 = One of these keys must stand here: { $keys }.
    .cara = Write exactly one.
P305 = { $because ->
        [indikator] This indicator is not complete; it lacks { $key }.
       *[other] The key "{ $key }" is needed because of "{ $because }".
    }
    .cara = { $because ->
        [indikator] Add the lines, such as { $lines }.
       *[other] Add a line "{ $key }: …".
    }
P306 = The key "{ $key }" means nothing here because of "{ $because }".
    .cara = Delete the line.
P307 = This number must be greater than 0, not { $text }.
    .cara = Mend the number, or delete the line.
P308 = { $end } comes before { $start }.
    .cara = Check both dates.
P310 = The bound { $text } is out of order.
    .cara = Order the scale from the highest bound down to 0.
P311 = The lowest bound of the scale is { $text }, not 0.
    .cara = Add a category with min: 0, so that no value is without one.
P312 = The regime "{ $name }" that is replaced came into force only on { $since }.
    .cara = What replaces it must come later; check berlaku_sejak of both.
P313 = The post "{ $post }" (echelon I to IV) needs a person with a name.
    .cara = Add a line "nama: …".
P314 = The post "{ $post }" is also held by "{ $name }" on { $date }, and neither of the two is acting.
    .cara = Write selesai: (the last day in the post) into pejabat/{ $name }.yml; or kedudukan: plt or plh, if one of them only stands in.
P320 = { $date } lies outside the year { $year }.
    .cara = A contract lies within one calendar year: mend the date, or move the file to the right year's folder.
P321 = This period overlaps that of contract "{ $name }" for the same post.
    .cara = End one before the other begins.
P322 = The signature of { $signed } comes after the end of the period, { $end }.
    .cara = Check the signature and the period.
P323 = The regime "{ $name }" came into force only on { $since }, after the signature of { $signed }.
    .cara = Name the regime that was in force at the signature.
P324 = The regime "{ $name }" was replaced by "{ $near }" on { $since }, before the signature of { $signed }.
    .cara = Write aturan: { $near }.
P325 = "{ $name }" never held the post "{ $post }".
    .cara = Check person and post, or add the post in pejabat/{ $name }.yml.
P326 = "{ $name }" held the post "{ $post }", but not while this contract runs.
    .cara = Check pelantikan and selesai in pejabat/{ $name }.yml, or the contract's period.
P327 = "{ $name }" makes a promise to the same person.
    .cara = The second party is the superior; leave pihak_kedua out if there is none.
P330 = This target does not fit its indicator's arah.
    .cara = { $wanted ->
        [rentang] Write dari: and sampai: below target.
        [predikat] Write the name of a rank.
        [tuntas] Write target: selesai.
       *[angka] Write one number.
    }
P331 = This value does not fit its indicator's arah.
    .cara = { $wanted ->
        [predikat] Write the name of a rank.
        [tuntas] Write nilai: belum, or selesai: with a date below nilai.
       *[angka] Write one number.
    }
P332 = The range { $from } to { $to } is reversed.
    .cara = Write the lower number in dari, the higher in sampai.
P333 = This akumulasi does not fit: ranks and completions are neither added nor averaged.
    .cara = Delete the line.
P334 = { $why ->
        [mulai] { $quarter } is over before the contract begins on { $date }
        [tanda_tangan] { $quarter } is over before the contract is signed on { $date }
       *[selesai] { $quarter } begins after the contract's end on { $date }
    }{ $name ->
        [tiada] {""}
       *[other] {" "}(indicator "{ $name }")
    }.
    .cara = Delete that quarter, or mend the contract's tanda_tangan and periode.
P335 = The quarterly targets of "{ $name }" add up to { $sum }, the yearly target is { $target }.
    .cara = With akumulasi jumlah, the quarters must add up to the target. If the figures are cumulative, write akumulasi: akhir.
P336 = The target of { $quarter } of "{ $name }" is not the yearly target.
    .cara = With akumulasi akhir, the last quarter must equal the target.
P337 = The mean of the quarterly targets of "{ $name }" is { $mean }, the yearly target is { $target }.
    .cara = With akumulasi rata-rata, their mean must equal the target.
P338 = The indicator "{ $name }" has no weight, but others have.
    .cara = Give all indicators a weight, or none.
P339 = The weights add up to { $sum }, not 100.
    .cara = Mend the weights of the indicators in force until they add up to 100.
P340 = The due date { $date } of "{ $name }" lies outside the contract's period.
    .cara = Mend the due date, or the contract's period.
P341 = The indicator "{ $name }" can't be shared: its target is not a number.
    .cara = Take milik and bagian out, and write the indicator itself.
P342 = "{ $name }" has a target for { $quarter }, but nothing is reported then (pelaporan: { $reporting }).
    .cara = Write targets for the quarters with a report: { $known }.
P343 = The quarterly targets of "{ $name }" look cumulative: the last is the yearly target { $target }, and together they make { $sum }.
    .cara = With akumulasi: jumlah each quarter holds its own target. If the figures are cumulative, write akumulasi: akhir.
P345 = The amendment of { $date } is out of order.
    .cara = Write the oldest first.
P346 = The amendment of { $date } comes before the signature of { $signed }.
    .cara = Check the date; what changed before the signature is not an amendment.
P347 = The indicator "{ $name }" was withdrawn before.
    .cara = Delete this change, or add an indicator with a new id.
P350 = Reported on { $date }, before the contract was signed on { $signed }.
    .cara = Check dilaporkan.
P351 = Finished on { $date }, but reported before that day, on { $reported }.
    .cara = Check both dates; what is not finished yet is written belum.
P355 = An extension needs its end and its reason.
    .cara = Add sampai: with a date, and alasan: ….
P356 = { $why ->
        [aturan] The regime "{ $name }" has no protected time, so none can be forfeited.
        [jabatan] The regime "{ $name }" has no protected time for this post, so none can be forfeited.
       *[putusan] The protected time can only be forfeited by putusan: tidak_terpenuhi.
    }
    .cara = { $why ->
        [aturan] Remove the line masa_lindung from this evaluation, or write masa_lindung in its regime.
        [jabatan] Remove the line masa_lindung from this evaluation, or add its post to masa_lindung in the regime.
       *[putusan] Remove the line masa_lindung, or correct putusan to tidak_terpenuhi.
    }
P357 = Under en, { $key } has { $count } of the { $wanted } texts of { $key }.
    .cara = Write as many translations as there are texts, in the same order.
P358 = Money can't be less than nothing.
    .cara = Take the minus away if that is the amount. What was spent is counted since January, so that money given back makes the sum smaller, never negative.
P370 = { $text } is far from the target for this quarter ({ $target }).
    .cara = { $near ->
        [tiada] Check the figure, its decimal point and its unit.
       *[other] Check the figure; perhaps { $near } was meant.
    } { $place ->
        [sel] If it is right, leave it.
       *[berkas] If it is right, add beside nilai: the line abaikan: { "{" }P370: "the reason"{ "}" }.
    }
P371 = { $text } is less than none, while the unit is "{ $unit }".
    .cara = Remove the minus if it is a slip. { $place ->
        [sel] If it is right, leave it.
       *[berkas] If it is right, add beside nilai: the line abaikan: { "{" }P371: "the reason"{ "}" }.
    }
P372 = { $text } is no whole number, while the unit is "{ $unit }".
    .cara = Check the figure and its decimal point. { $place ->
        [sel] If it is right, leave it.
       *[berkas] If it is right, add beside nilai: the line abaikan: { "{" }P372: "the reason"{ "}" }.
    }
P380 = The quarterly figures of "{ $name }" look cumulative: they keep rising and overshoot the target together.
    .cara = With akumulasi jumlah each quarter holds its own amount. If they are cumulative, write akumulasi: akhir.
P381 = The target of "{ $name }" is worse than its baseline.
    .cara = Check arah, target and awal; if it is meant, leave it.
P382 = The day { $date } has not come yet.
    .cara = Reports, evaluations and withdrawals are recorded once they have happened; check the date.
P383 = Required documents are missing: { $kinds }.
    .cara = Add them below dokumen, with exactly the same jenis.
P384 = This English page is not published: bahasa in situs.yml does not have en.
    .cara = Add en to bahasa, or delete this file.
P385 = The indicator "{ $name }" has no unit.
    .cara = Add the line "satuan: …", such as persen, orang or indeks.
P386 = The indicator "{ $name }" does not say how its figure is measured.
    .cara = Add the line "rumus: …", such as Jumlah balita stunting dibagi balita diukur × 100.
P387 = The indicator "{ $name }" does not say where its figure comes from.
    .cara = Add the line "sumber: …", such as BPS or Bulan timbang, Dinas Kesehatan.
P388 = The indicator "{ $name }" does not say when it must be done.
    .cara = Add the line "tenggat: …" with a day within the period; without it the end of the period counts.
P389 = { $text } percent is outside 0–100.
    .cara = Check the figure and its decimal point. { $place ->
        [sel] If it is right, leave it.
       *[berkas] If it is right, add beside { $beside }: the line abaikan: { "{" }P389: "a rate of growth may exceed 100 percent"{ "}" }.
    }
P390 = { $text } is about { $factor } the figure before ({ $before }): its decimal point may have slipped.
    .cara = Check the figure; perhaps { $near } was meant. { $place ->
        [sel] If it is right, leave it.
       *[berkas] If it is right, add beside nilai: the line abaikan: { "{" }P390: "the reason"{ "}" }.
    }
P391 = No warning { $text } is set aside here.
    .cara = Remove the line.
P392 = The shares of "{ $name }" add up to { $sum }, more than its target ({ $target }).
    .cara = Check bagian in the contracts that write milik: this indicator, and the target here. If it is right, as where more is promised in reserve, add to this indicator, beside target:, the line abaikan: { "{" }P392: "the reason"{ "}" }.
P393 = For this quarter the shares of "{ $name }" report { $sum }, more than their owner does ({ $text }).
    .cara = The owner's figure includes all shares: write the whole amount here, or correct the figure of the share. If it is right, add beside nilai: the line abaikan: { "{" }P393: "the reason"{ "}" }.
P394 = What security.txt says is over since { $date }.
    .cara = Make sure that the address for reports is still read, then write a new kedaluwarsa: less than a year ahead.
P395 = The decision "{ $decision }" departs from what the figures say ({ $outcome ->
        [terpenuhi] met
       *[tidak_terpenuhi] not met
    }), and no reason is given.
    .cara = Add alasan: and why the decision departs. Until then the page says "no reason is recorded".
P396 = The evaluation "{ $name }" is not for the post "{ $post }".
    .cara = Name an evaluation that is for this post, or add { $post } to jabatan of that evaluation in its regime.
P397 = The evaluation "{ $name }" looks for progress since "{ $over }", but "{ $over }" is not for all of its posts.
    .cara = Give both evaluations the same jabatan, or remove perbaikan_dari.

# The record: what was changed after it was signed or published

P399 = What security.txt says holds for a year or more, until { $date }.
    .cara = Write a day that is less than a year ahead, so that the address is looked at again before.
P401 = { $name ->
        [tiada] What was signed
       *[other] "{ $name }"
    } was changed without an amendment: { $term } { $before } became { $after } ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Restore { $term }: { $before }, then write the change under perubahan: with its date, cause and reason; a clerical error under ralat: with its document. Until then the page says "changed without an amendment".
P402 = "{ $name }" was removed from a contract that had been signed ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Write it again as it was signed; if it was withdrawn, write dicabut: ya under perubahan: with its date, cause and reason.
P403 = "{ $name }" was added to a contract that had been signed ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Move it under perubahan: as tambah:, with its date, cause and reason.
P404 = This contract was removed after it was signed ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Restore its file from git. A contract that ended early stays; write the one that follows as a new contract.
P405 = The amendment or correction of { $date } no longer says what it said when it was recorded ({ $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Restore it, then write a new amendment or correction below it.
P406 = The figure of "{ $name }" was changed from { $before } to { $after } without explanation ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Add to this figure revisi: with its date, semula: { $before }, and the reason.
P407 = The figure of "{ $name }", which had been recorded, was removed ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Write the value again. If it was wrong, write the right one with revisi:.
P408 = Rules were changed after a contract had been signed under them: { $term } { $before } became { $after } ({ $date }, { $commit ->
        [tiada] not committed yet
       *[other] commit { $commit }
    }).
    .cara = Restore what stood there, then write a new regime with berlaku_sejak and menggantikan. A contract is judged by the rules at its signature.
P409 = catatan_sejak was { $date } at first, and was moved or taken out.
    .cara = Write catatan_sejak: { $date } again. A later day would hide what was changed after { $date }; so the record still counts from that day.
P411 = Changes of targets and figures are not recorded, although this folder is a git repository.
    .cara = Add the line "catatan_sejak: { $date }" to situs.yml. After that day every silent change is told here and on the page.
P412 = The address { $text } is an example; links, feeds and cards of the site would lead there.
    .cara = Write where the site will be published, such as alamat: https://kinerja.kotacontoh.go.id/. While all is made up, write data_contoh: ya.
# What was published

P410 = The page "{ $name }" was published and would vanish; links to it, printed ones too, would lead nowhere.
    .cara = Bring its file back. Or write in situs.yml, below alamat_lama:, the line "- {"{"}dari: { $name }, ke: { $near ->
        [tiada] its-new-address/
       *[other] { $near }
    }{"}"}" if the page moved, or "- {"{"}dari: { $name }, dihapus: the reason, tanggal: { $date }{"}"}" if it was withdrawn.
P398 = The reporting deadline of { $quarter } has passed, but the quarter is not frozen.
    .cara = Run pantau freeze { $quarter } and commit content/arsip/{ $quarter }.json. From then on everybody can see what was known at the deadline, whatever changes later.

# Forms that come back

P501 = { $why ->
        [terkunci] This file is locked with a password.
        [rusak] This file is damaged ({ $detail }).
        [besar] This file holds more than any form.
       *[lain] This file is no workbook of Excel (.xlsx) or LibreOffice (.ods).
    }
    .cara = { $why ->
        [terkunci] Open it in Excel, take the password away and save it again.
        [besar] Delete pictures, sheets, rows and columns that are no part of the form (also what stands far to the right or far below) and save it again as .xlsx.
       *[other] Open the form in Excel, LibreOffice or Google Sheets and save (download) it as .xlsx.
    }
P502 = This workbook is no form of pantau: the marks in the hidden column A are missing.
    .cara = Write a new form with pantau formulir, copy what was filled into its yellow cells and import that file.
P503 = This form has version { $found }; known is version { $known }.
    .cara = Import it with the version of pantau that wrote it, or write a new form with pantau formulir and copy what was filled.
P504 = The mark of this row, "{ $text }", can't be read: the hidden column A was changed.
    .cara = Write a new form with pantau formulir and copy what was filled; leave column A alone.
P505 = { $quarter } is no quarter that contract { $contract } reports.
    .cara = Write the form of the right quarter with pantau formulir --triwulan.
P506 = Indicator "{ $name }" was withdrawn from this contract and is reported no more.
    .cara = Empty this row, or write a new form with pantau formulir.
P507 = { $what } is filled in { $other } already.
    .cara = Use one of them: remove the sheet or row that is too much, or import one file only.
P508 = Column "{ $column }" is not found on this sheet.
    .cara = Write the heading back as "{ $column }".
P509 = Both the value ({ $text }) and the reason why there is none are filled for "{ $name }".
    .cara = Empty one of them: the value in { $value }, or the reason here.
P510 = "{ $text }" says that there is no figure, but not why.
    .cara = Empty the value and write the reason in { $reason } (column Belum ada, karena), such as: Survei baru selesai bulan Mei.
P511 = The day of the report is missing.
    .cara = Write in this cell when the office reported, such as 2027-01-08.
P512 = This cell holds a date ({ $text }) where a number is wanted: spreadsheets often turn 7.5 or 7/5 into a date.
    .cara = Set the cell's format to General and type the number again, such as 7.5.
P513 = This cell shows { $text }%, although the unit is "{ $unit }".
    .cara = Set the cell's format to General and type the number again without the percent sign.
P514 = This cell holds a formula's error: { $text }.
    .cara = Put the number in the place of the formula.
P515 = This cell holds a formula that the program which saved it has not computed.
    .cara = Open the file in Excel or LibreOffice and save it, or write the number itself.
P516 = "{ $text }" is { $wanted ->
        [tuntas] neither the day of completion nor the word belum
        [tanggal] no date
        [teks] no text
       *[angka] no number
    }.
    .cara = { $wanted ->
        [tuntas] Write the day on which it was done, such as 2026-03-30, or the word belum.
        [tanggal] Write the date, such as 2027-01-08.
        [teks] Write it as text.
       *[angka] Write one number, such as 3000 or 13.2.
    }
P517 = Absorption of { $text } is less than what { $quarter } reported ({ $before }), although it counts since January.
    .cara = Write the sum since January; where it fell because money was paid back, leave it.
P520 = Column "{ $column }" says "{ $text }", the data "{ $expected }". This column is not imported.
    .cara = If it has to change, change the contract (perubahan:) and not the form. If the data changed after the form was written, nothing is to be done.
P521 = "{ $name }" is not filled: neither a value nor a reason.
    .cara = Fill the value here or the reason in the column Belum ada, karena. Without it the page says that it was not reported.
P522 = This row is none of the form, so that "{ $text }" is not read.
    .cara = Move it to the row of its indicator. A new indicator comes by the contract.
P523 = This cell shows { $text }%; it is read as { $text } percent.
    .cara = Check the number. If something else was meant, write it without the percent sign.
P524 = The report is dated { $date }, before its quarter ended on { $end }: the year may be wrong.
    .cara = Check the year.
P526 = The row of indicator "{ $name }" is not on this sheet.
    .cara = Write a new form with pantau formulir and copy what was filled.
P527 = This cell is empty, but "{ $name }" was reported already ({ $text }); what was reported stays.
    .cara = To take it out, change the result file itself: { $target }.
P528 = There is a reason for a correction, but the value of "{ $name }" does not change.
    .cara = Fill in the new value, or empty the reason.
P529 = The value of "{ $name }" was verified ({ $by }, { $date }) and is now changed.
    .cara = Have it verified again and renew verifikasi: in the result file.
P530 = This file can't be changed safely by itself: { $why ->
        [kurung] what is there is written in { "{ }" } or [ ]
        [komentar] there is a comment within what would be replaced
       *[bentuk] it is written in an unusual form
    }.
    .cara = Change this line by hand as the form has it, and import again.
P531 = Something is said about "{ $name }", but there is neither a value nor a reason why there is none.
    .cara = Fill in the value at { $value }, or the reason at { $reason } (column Belum ada, karena); or empty this cell.
P532 = The headings for this row are not found on this sheet: deleted, overwritten, or without their mark in the hidden column A.
    .cara = Write a new form with pantau formulir and copy what was filled; leave the headings and column A alone.
P533 = This cell was changed to { $text }, while the data were changed too since this form was written: now { $now ->
        [tiada] nothing any more
       *[other] { $now }
    }.
    .cara = Ask the office which is right. If it is this cell, write a new form with pantau formulir, change it there and import that; if it is the data, empty this cell.
P534 = This cell still says { $text }, as when this form was written; the data were changed since: { $now ->
        [tiada] nothing any more
       *[other] { $now }
    }. The data hold.
    .cara = Nothing is to be done if the data are right. If this cell is, write a new form with pantau formulir and change it there.
P535 = This cell says { $text }; its form was written before the data said { $now }, which will be replaced.
    .cara = Check which is right. If it is the data, empty this cell.
P536 = The figure of "{ $name }", recorded as { $before }, becomes { $after } in this form without a reason.
    .cara = Write the reason into this cell, column Alasan perbaikan; or put the value back to { $before }.
