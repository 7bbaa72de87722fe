//! What is said of a line that can't be read: what is wrong, what to write, and where more stands.

use super::texts::{HelpTexts, of_verb};
use crate::cli::harmless::harmless;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

/// What is wrong, and what helps, a line each.
struct Told {
    what: String,
    help: Vec<String>,
}

/// Words that people guess, and the verb that they mean, or what `new` takes.
const MEANT: [(&str, &str); 42] = [
    ("bangun", "build"),
    ("susun", "build"),
    ("terbitkan", "build"),
    ("publish", "build"),
    ("periksa", "check"),
    ("cek", "check"),
    ("uji", "check"),
    ("validate", "check"),
    ("lihat", "serve"),
    ("tampilkan", "serve"),
    ("jalankan", "serve"),
    ("pratinjau", "serve"),
    ("preview", "serve"),
    ("baru", "new"),
    ("buat", "new"),
    ("tambah", "new"),
    ("mulai", "init"),
    ("bekukan", "freeze"),
    ("arsipkan", "freeze"),
    ("impor", "import"),
    ("baca", "import"),
    ("ekspor", "formulir"),
    ("form", "formulir"),
    ("beda", "diff"),
    ("bandingkan", "diff"),
    ("keadaan", "status"),
    ("verifikasi", "verify"),
    ("gabungkan", "merge"),
    ("gabung", "merge"),
    ("skema", "schema"),
    ("manual", "man"),
    ("versi", "--version"),
    ("version", "--version"),
    ("dinas", "opd"),
    ("organisasi", "opd"),
    ("post", "jabatan"),
    ("official", "pejabat"),
    ("orang", "pejabat"),
    ("contract", "kontrak"),
    ("results", "hasil"),
    ("laporan", "hasil"),
    ("theme", "tema"),
];

/// A mistake on a line, and the description of all that can be written.
pub(super) struct Wrong<'a> {
    pub error: &'a Error,
    /// What has given the error, put together; its texts and usage lines are those of the language.
    pub command: &'a Command,
    /// The verb that the line names, and the one below it.
    pub path: &'a [String],
    pub texts: &'a HelpTexts,
}

impl Wrong<'_> {
    /// What is said, without a line break at the end.
    pub fn lines(&self) -> String {
        let told = self.told();
        let usage = self.place().get_overridden_usage();
        let usage = usage.map(ToString::to_string).unwrap_or_default();
        let command = format!("{} --help", self.called());
        let mut lines = vec![self.texts.say("wrong", &[("what", &told.what)])];
        lines.extend(told.help);
        lines.push(String::new());
        lines.push(format!("{}: {usage}", self.texts.text("told_usage")));
        lines.push(self.texts.say("wrong_help", &[("command", &command)]));
        lines.join("\n")
    }

    fn told(&self) -> Told {
        match self.error.kind() {
            ErrorKind::InvalidSubcommand => self.unknown_verb(),
            ErrorKind::MissingSubcommand => Told {
                what: self.texts.text("wrong_verb_missing"),
                help: self.verbs(),
            },
            ErrorKind::UnknownArgument => self.unknown_argument(),
            ErrorKind::InvalidValue => self.no_such_value(),
            ErrorKind::ValueValidation => self.unreadable_value(),
            ErrorKind::MissingRequiredArgument => self.missing(),
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::TooManyValues
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues
            | ErrorKind::NoEquals => {
                let option = self.one(ContextKind::InvalidArg);
                self.only("wrong_count", &[("option", &option)])
            }
            ErrorKind::InvalidUtf8 => self.only("wrong_letters", &[]),
            other => self.only("wrong_other", &[("reason", &other.to_string())]),
        }
    }

    fn only(&self, key: &str, args: &[(&str, &str)]) -> Told {
        Told {
            what: self.texts.say(key, args),
            help: Vec::new(),
        }
    }

    fn unknown_verb(&self) -> Told {
        let word = self.one(ContextKind::InvalidSubcommand);
        let known = MEANT.iter().find(|(said, _)| *said == word.to_lowercase());
        let meant = known.map(|(_, verb)| (*verb).to_owned());
        let there =
            |name: &str| name == "--version" || self.place().find_subcommand(name).is_some();
        let meant = meant.filter(|name| there(name));
        // The likeliest comes last.
        let help = match meant.or_else(|| self.all(ContextKind::SuggestedSubcommand).pop()) {
            None => self.verbs(),
            Some(near) => {
                let near = format!("{} {near}", self.called());
                vec![self.texts.say("wrong_verb_near", &[("near", &near)])]
            }
        };
        let what = self.texts.say("wrong_verb", &[("word", &word)]);
        Told { what, help }
    }

    fn verbs(&self) -> Vec<String> {
        let names = self.place().get_subcommands().map(Command::get_name);
        let names: Vec<&str> = names.collect();
        let verbs = names.join(", ");
        vec![self.texts.say("wrong_verbs", &[("verbs", &verbs)])]
    }

    /// What is missing is explained.
    fn missing(&self) -> Told {
        let missing = self.all(ContextKind::InvalidArg);
        let explained = missing.iter().filter_map(|written| {
            let text = self.texts.text(&self.key(written)?);
            Some(format!("{written}: {text}"))
        });
        let arguments = missing.join(", ");
        Told {
            what: self
                .texts
                .say("wrong_missing", &[("arguments", &arguments)]),
            help: explained.collect(),
        }
    }

    fn unknown_argument(&self) -> Told {
        let word = self.one(ContextKind::InvalidArg);
        if !word.starts_with('-') {
            let option = self.option_for(&word).map(|option| {
                let near = format!("{} {option} {word}", self.called());
                self.texts.say("wrong_verb_near", &[("near", &near)])
            });
            return Told {
                help: option.into_iter().collect(),
                ..self.only("wrong_word", &[("word", &word)])
            };
        }
        let near = self.one(ContextKind::SuggestedArg);
        let verbs = verbs_with(self.command, &word);
        let help = if !verbs.is_empty() {
            let verbs = verbs.join(", ");
            Some(self.texts.say("wrong_option_of", &[("verbs", &verbs)]))
        } else if !near.is_empty() {
            Some(self.texts.say("wrong_option_near", &[("near", &near)]))
        } else {
            None
        };
        Told {
            what: self.texts.say("wrong_option", &[("word", &word)]),
            help: help.into_iter().collect(),
        }
    }

    /// The option whose value a word without one probably is: of this verb, by what the word looks like.
    fn option_for(&self, word: &str) -> Option<&'static str> {
        let is_port = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_here = word.starts_with('.');
        let likely = match (is_port, is_here) {
            (true, _) => ["--port"].as_slice(),
            (_, true) => &["--root"],
            _ => &["--out", "--root"],
        };
        let has = |option: &&&str| {
            let mut arguments = self.place().get_arguments();
            arguments.any(|own| own.get_long() == option.strip_prefix("--"))
        };
        likely.iter().find(has).copied()
    }

    fn no_such_value(&self) -> Told {
        let option = self.one(ContextKind::InvalidArg);
        let value = self.one(ContextKind::InvalidValue);
        let what = match value.is_empty() {
            true => self
                .texts
                .say("wrong_value_missing", &[("option", &option)]),
            false => {
                let args = [("option", &*option), ("value", &value)];
                self.texts.say("wrong_choice", &args)
            }
        };
        let near = self.one(ContextKind::SuggestedValue);
        let values = self.all(ContextKind::ValidValue).join(", ");
        let help = [
            ("wrong_choice_near", "near", near),
            ("wrong_choices", "values", values),
        ];
        let help = help.into_iter().filter(|(_, _, text)| !text.is_empty());
        let help = help.map(|(key, name, text)| self.texts.say(key, &[(name, &text)]));
        let help = help.chain(self.form().filter(|_| value.is_empty()));
        Told {
            what,
            help: help.collect(),
        }
    }

    fn unreadable_value(&self) -> Told {
        let option = self.one(ContextKind::InvalidArg);
        let value = self.one(ContextKind::InvalidValue);
        let args = [("option", &*option), ("value", &value)];
        Told {
            what: self.texts.say("wrong_form", &args),
            help: self.form().into_iter().collect(),
        }
    }

    fn conflict(&self) -> Told {
        let one = self.one(ContextKind::InvalidArg);
        let other = self.all(ContextKind::PriorArg);
        match &other[..] {
            [] => self.only("wrong_conflict_other", &[("one", &one)]),
            [same] if *same == one => self.only("wrong_twice", &[("one", &one)]),
            others => {
                let args = [("one", &*one), ("other", &others.join(", "))];
                self.only("wrong_conflict", &args)
            }
        }
    }

    /// How the value in question is written.
    fn form(&self) -> Option<String> {
        let key = self.key(&self.one(ContextKind::InvalidArg))?;
        self.texts.attribute(&key, "form")
    }

    /// The program and the verb in question, as they are written.
    fn called(&self) -> String {
        let path = self.path.iter().map(String::as_str);
        let names: Vec<&str> = ["pantau"].into_iter().chain(path).collect();
        names.join(" ")
    }

    /// The description of the verb in question.
    fn place(&self) -> &Command {
        self.path.iter().fold(self.command, |command, name| {
            command.find_subcommand(name).unwrap_or(command)
        })
    }

    /// The key of the texts of what clap calls `--date <DATE>` or `<FILE>`.
    fn key(&self, written: &str) -> Option<String> {
        // Brackets say whether it has to be there, which depends on the rest of the line.
        let bare = |text: &str| text.trim_matches(['<', '>', '[', ']', '.']).to_owned();
        let mut arguments = self.place().get_arguments();
        let argument = arguments.find(|argument| bare(&argument.to_string()) == bare(written))?;
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let id = argument.get_id().as_str();
        Some(self.texts.of_argument(&of_verb(&path), id))
    }

    /// What clap says of the mistake, where it is one text; it may be what somebody has typed.
    fn one(&self, kind: ContextKind) -> String {
        self.all(kind).into_iter().next().unwrap_or_default()
    }

    fn all(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![harmless(text)],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|t| harmless(t)).collect(),
            _ => Vec::new(),
        }
    }
}

/// The verbs that take an option, as they are written.
fn verbs_with(command: &Command, option: &str) -> Vec<String> {
    let takes = |argument: &Arg| {
        let long = argument.get_long().map(|long| format!("--{long}"));
        long.as_deref() == Some(option)
    };
    let mut verbs = Vec::new();
    for below in command.get_subcommands() {
        let names = verbs_with(below, option);
        if below.get_arguments().any(takes) {
            verbs.push(below.get_name().to_owned());
        }
        let below = names
            .into_iter()
            .map(|name| format!("{} {name}", below.get_name()));
        verbs.extend(below);
    }
    verbs
}
