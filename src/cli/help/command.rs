//! The command line's own description with the texts of one language: for help, manuals, and what shells
//! complete. Lines are read by the plain one, which needs no texts.

use super::texts::{HelpTexts, of_verb};
use crate::cli::arguments::Arguments;
use clap::builder::{PossibleValue, PossibleValuesParser, Styles};
use clap::{Arg, Command, CommandFactory};

/// What clap calls the options of a usage line, in every language.
const OPTIONS: &str = "[OPTIONS]";
const USAGE: &str = "Usage: ";

pub(in crate::cli) fn worded(texts: &HelpTexts) -> Command {
    let command = with_texts(Arguments::command(), &[], texts);
    // Usage lines are known of a command that is put together; what is told of it is not changed any more.
    let mut built = command.clone();
    built.build();
    with_frame(command, &mut built, &[], texts)
}

fn with_texts(command: Command, path: &[&str], texts: &HelpTexts) -> Command {
    let verb = of_verb(path);
    let command = command
        .about(texts.text(&verb))
        .long_about(None)
        .mut_args(|argument| with_own_texts(argument, &verb, texts));
    let command = match texts.attribute(&verb, "more") {
        Some(more) => command.after_help(more),
        None => command,
    };
    command.mut_subcommands(|below| {
        let name = below.get_name().to_owned();
        with_texts(below, &[path, &[&name]].concat(), texts)
    })
}

fn with_own_texts(argument: Arg, verb: &str, texts: &HelpTexts) -> Arg {
    let key = texts.of_argument(verb, argument.get_id().as_str());
    // Of a flag too clap knows values, true and false, which nobody writes.
    let takes_values = argument.get_action().takes_values();
    let values = match takes_values {
        true => argument.get_possible_values(),
        false => Vec::new(),
    };
    let long = long_help(&argument, &key, &values, texts);
    let argument = argument.help(texts.text(&key)).long_help(long);
    if !takes_values {
        return argument;
    }
    let name = texts.attribute(&key, "value").unwrap_or_default();
    let argument = argument.value_name(name).hide_default_value(true);
    if values.is_empty() {
        return argument;
    }
    let told = values.iter().map(|value| {
        let told = PossibleValue::new(value.get_name().to_owned());
        match texts.of_value(&key, value.get_name()) {
            Some(text) => told.help(text),
            None => told,
        }
    });
    let parser = PossibleValuesParser::new(told);
    argument.value_parser(parser).hide_possible_values(true)
}

/// What the option does, how, what holds without it, and which values there are.
fn long_help(argument: &Arg, key: &str, values: &[PossibleValue], texts: &HelpTexts) -> String {
    let mut parts = vec![texts.text(key)];
    parts.extend(texts.attribute(key, "more"));
    let written = || {
        let values = argument.get_default_values().iter();
        let values: Vec<_> = values.map(|value| value.to_string_lossy()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    let default = match argument.get_action().takes_values() {
        true => texts.attribute(key, "default").or_else(written),
        false => None,
    };
    parts.extend(default.map(|default| texts.say("told_default", &[("default", &default)])));
    if !values.is_empty() {
        parts.push(told_values(key, values, texts));
    }
    parts.join("\n")
}

fn told_values(key: &str, values: &[PossibleValue], texts: &HelpTexts) -> String {
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let told: Option<Vec<String>> = names
        .iter()
        .map(|name| Some(format!("- {name}: {}", texts.of_value(key, name)?)))
        .collect();
    match told {
        Some(lines) => format!("{}\n{}", texts.text("told_values"), lines.join("\n")),
        None => texts.say("told_values_line", &[("values", &names.join(", "))]),
    }
}

fn with_frame(command: Command, built: &mut Command, path: &[&str], texts: &HelpTexts) -> Command {
    let usage = built.render_usage().to_string();
    let options = format!("[{}]", texts.text("told_options_value"));
    let usage = usage.trim_start_matches(USAGE).replace(OPTIONS, &options);
    let verb = texts.text("told_verb_value");
    let usage = match built.has_subcommands() {
        true => usage.replace("<COMMAND>", &format!("<{verb}>")),
        false => usage,
    };
    let template = template(built, &of_verb(path), texts);
    let command = command.override_usage(usage).help_template(template);
    command.mut_subcommands(|below| {
        let name = below.get_name().to_owned();
        match built.find_subcommand_mut(&name) {
            Some(built) => with_frame(below, built, &[path, &[&name]].concat(), texts),
            None => below,
        }
    })
}

/// How help is laid out; examples stand in it as they are written, since they are to be copied.
fn template(built: &Command, verb: &str, texts: &HelpTexts) -> String {
    let style = *Styles::styled().get_header();
    let heading = |key: &str| format!("{style}{}:{style:#}", texts.text(key));
    let mut parts = vec![
        "{about}".to_owned(),
        format!("{} {{usage}}", heading("told_usage")),
    ];
    if built.has_subcommands() {
        parts.push(format!("{}\n{{subcommands}}", heading("told_verbs")));
    }
    if built.get_positionals().next().is_some() {
        parts.push(format!("{}\n{{positionals}}", heading("told_arguments")));
    }
    let options = format!("{}\n{{options}}{{after-help}}", heading("told_options"));
    parts.push(options);
    let examples = texts.examples(verb);
    let examples: String = examples.iter().map(|line| format!("\n  {line}")).collect();
    parts.push(heading("told_examples") + &examples);
    parts.join("\n\n")
}
