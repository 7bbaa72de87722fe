//! What hosts of git run for a site: check each proposed change and tell what it will change, publish,
//! build daily, freeze quarters.

use super::{Files, fill};
use crate::parse::Raw;
use chrono::{NaiveDate, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;

/// A kind of host, by the form of what it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CiHost {
    Github,
    Gitlab,
    Forgejo,
}

/// The version that is installed there: the one that wrote the file.
const VERSION: &str = env!("CARGO_PKG_VERSION");

const MINUTES_OF_DAY: i32 = 24 * 60;

/// When the daily build begins where the government is, in minutes: 00.20, once what fell due
/// yesterday is late, and not at the full hour, when hosts have most to do.
const BEGINS: i32 = 20;

impl CiHost {
    pub const ALL: [Self; 3] = [Self::Github, Self::Gitlab, Self::Forgejo];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Forgejo => "forgejo",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|host| host.name() == name)
    }

    /// Where it looks, below the root of the repository.
    fn path(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/situs.yml",
            Self::Gitlab => ".gitlab-ci.yml",
            Self::Forgejo => ".forgejo/workflows/situs.yml",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Github => include_str!("ci/github.yml"),
            Self::Gitlab => include_str!("ci/gitlab.yml"),
            Self::Forgejo => include_str!("ci/forgejo.yml"),
        }
    }
}

/// The files that `host` reads, for a government in `zone`, by path below the site's folder, which
/// is the root of the repository.
pub fn workflow(host: CiHost, zone: Tz) -> Files {
    let hour = utc_hour(zone).to_string();
    let values = [
        ("versi", VERSION),
        ("zona", zone.name()),
        ("jam_utc", hour.as_str()),
    ];
    let text = fill(host.template(), &values);
    Files::from([(host.path().to_owned(), text.into_bytes())])
}

/// That of a site, as far as its `situs.yml` can be read; else the one of the capital.
pub fn time_zone(raw: &Raw) -> Tz {
    let site = raw.site.as_ref().and_then(|site| site.record.as_ref());
    site.map_or(Tz::Asia__Jakarta, |site| site.time_zone.value)
}

/// The hour in UTC at which the daily build begins. Zones of Indonesia have whole hours and no
/// summer time; of others the hour in winter is taken.
fn utc_hour(zone: Tz) -> i32 {
    let winter = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let midnight = winter.and_time(NaiveTime::MIN);
    let offset = zone
        .offset_from_utc_datetime(&midnight)
        .fix()
        .local_minus_utc()
        / 60;
    (BEGINS - offset).rem_euclid(MINUTES_OF_DAY) / 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_has_begun_where_the_government_is() {
        let table = [
            ("Asia/Jakarta", 17),
            ("Asia/Makassar", 16),
            ("Asia/Jayapura", 15),
            ("UTC", 0),
        ];
        for (zone, hour) in table {
            assert_eq!(utc_hour(zone.parse().unwrap()), hour, "{zone}");
        }
    }

    #[test]
    fn every_place_in_a_template_is_filled() {
        for host in CiHost::ALL {
            let files = workflow(host, Tz::Asia__Makassar);
            assert_eq!(files.len(), 1);
            for (path, bytes) in files {
                let text = String::from_utf8(bytes).unwrap();
                for open in ["{versi}", "{zona}", "{jam_utc}"] {
                    assert!(!text.contains(open), "{path}: {open}");
                }
                assert!(
                    text.contains(&format!("PANTAU_VERSION: \"{VERSION}\"")),
                    "{path}"
                );
                assert!(text.contains("Asia/Makassar"), "{path}");
                let cron = text.contains("- cron: \"20 16 * * *\"");
                assert_eq!(cron, host != CiHost::Gitlab, "{path}");
            }
            assert_eq!(CiHost::named(host.name()), Some(host));
        }
    }
}
