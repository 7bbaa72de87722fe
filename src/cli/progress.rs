//! What is being done, on standard error: a bar or a spinner on a terminal once the work takes longer than a
//! blink, and with `--verbose` how long each step took.

use super::words::CliWords;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Work that is done sooner shows nothing.
const BLINK: Duration = Duration::from_millis(400);
/// How often a spinner moves.
const TICK: Duration = Duration::from_millis(120);

/// How much is told beside results and problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verbosity {
    /// Nothing.
    Quiet,
    /// What was done, and what is being done.
    Usual,
    /// Also how long each step took.
    Verbose,
}

/// Does one step of the work, named by a message, and tells of it.
pub(super) fn doing<T>(step: &'static str, words: &CliWords, work: impl FnOnce() -> T) -> T {
    let shown = Progress::begin(step, None, words);
    let done = work();
    shown.finish();
    done
}

/// Work of which it is known how many steps it has.
pub(super) struct Progress<'w> {
    step: &'static str,
    words: &'w CliWords,
    started: Instant,
    bar: ProgressBar,
    /// Dropped at the end: then nothing is shown any more.
    _shown_later: Sender<()>,
}

impl<'w> Progress<'w> {
    pub fn new(step: &'static str, steps: usize, words: &'w CliWords) -> Self {
        Self::begin(step, Some(steps as u64), words)
    }

    fn begin(step: &'static str, steps: Option<u64>, words: &'w CliWords) -> Self {
        let bar = ProgressBar::with_draw_target(steps, ProgressDrawTarget::hidden());
        let template = match steps {
            Some(_) => "{msg} {wide_bar} {pos}/{len} {eta}",
            None => "{spinner} {msg} {elapsed}",
        };
        let style = ProgressStyle::with_template(template);
        bar.set_style(style.expect("the templates above are constants"));
        bar.set_message(words.text(step));
        let (shown_later, ended) = channel();
        if words.verbosity() != Verbosity::Quiet {
            let later = bar.clone();
            thread::spawn(move || {
                if ended.recv_timeout(BLINK) == Err(RecvTimeoutError::Timeout) {
                    later.set_draw_target(ProgressDrawTarget::stderr());
                    later.enable_steady_tick(TICK);
                }
            });
        }
        Self {
            step,
            words,
            started: Instant::now(),
            bar,
            _shown_later: shown_later,
        }
    }

    pub fn step(&self) {
        self.bar.inc(1);
    }

    pub fn finish(self) {
        self.bar.finish_and_clear();
        if self.words.verbosity() == Verbosity::Verbose {
            let seconds = format!("{:.3}", self.started.elapsed().as_secs_f64());
            let step = self.words.text(self.step);
            let told = [("step", step.as_str()), ("seconds", &seconds)];
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "{}", self.words.say("step_took", &told));
        }
    }
}
