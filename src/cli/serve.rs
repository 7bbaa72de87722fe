//! `pantau serve`: the preview, and what the terminal says while it runs.

use super::arguments;
use super::diagnostics::{Excerpts, tell};
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, sound_or_problems};
use crate::serve::{self, Event, Listening, ServeError, USUAL_PORT, Watch};
use std::io::{self, Write};

/// Serves a site until the process is ended. The `watch` was begun before the site was read.
pub(super) fn serve(
    options: &arguments::Serve,
    project: Project,
    watch: Result<Watch, ServeError>,
    words: &CliWords,
) -> Result<u8, Failure> {
    let mut watch = watch?;
    // The terminal may be gone while the browser is still there.
    let report = |event: Event<'_>| drop(tell_event(&event, options, words));
    let sound = sound_or_problems(&project, words)?;
    if sound.is_none() {
        writeln!(io::stderr(), "{}", words.text("not_yet"))?;
    }
    let preview = project.preview(sound, &mut watch, &report)?;
    let listening = Listening {
        host: options.host,
        port: options.port,
    };
    serve::run(preview, watch, listening, &report)?;
    Ok(FINE)
}

fn tell_event(event: &Event<'_>, options: &arguments::Serve, words: &CliWords) -> io::Result<()> {
    let mut out = io::stderr();
    match event {
        Event::Ready { url } => {
            writeln!(out, "{}", words.say("serving", &[("url", url)]))?;
            let usual = format!(":{USUAL_PORT}/");
            if options.port.is_none() && !url.contains(&usual) {
                let usual = USUAL_PORT.to_string();
                writeln!(out, "{}", words.say("port_taken", &[("port", &usual)]))?;
            }
            if options.host.is_some_and(|host| !host.is_loopback()) {
                writeln!(out, "{}", words.text("serving_others"))?;
            }
            if options.open {
                open(url, words)?;
            }
            Ok(())
        }
        Event::Reloaded {
            files,
            milliseconds,
            warnings,
            sources,
        } => {
            let milliseconds = milliseconds.to_string();
            let args = [
                ("files", files.as_str()),
                ("milliseconds", milliseconds.as_str()),
            ];
            tell(warnings, &Excerpts::new(sources), words)?;
            writeln!(out, "{}", words.say("reloaded", &args))
        }
        Event::NotYet { problems, sources } => {
            tell(problems, &Excerpts::new(sources), words)?;
            writeln!(out, "{}", words.text("not_yet"))
        }
        Event::Problems { problems, sources } => {
            tell(problems, &Excerpts::new(sources), words)?;
            writeln!(out, "{}", words.text("last_good"))
        }
        Event::Failed(error) => {
            let reason = words.serve_failure(error);
            writeln!(out, "{}: {reason}", words.text("failed"))
        }
    }
}

/// Opens the browser; where there is none to be found, says what to do.
fn open(url: &str, words: &CliWords) -> io::Result<()> {
    match open::that_detached(url) {
        Ok(()) => Ok(()),
        Err(error) => {
            let reason = error.to_string();
            let args = [("url", url), ("reason", reason.as_str())];
            writeln!(io::stderr(), "{}", words.say("not_opened", &args))
        }
    }
}
