//! What `_headers` says, for hosts that read it in another form: the recipes of `docs/deploy.md` are written here, so that no
//! host says less than another.
//!
//! A recipe is for a site at the root of its host; what may be shown within other sites is the folder of charts in either
//! language, whether the site has one or not.

use super::headers::ALWAYS;
use crate::url::EMBEDS;
use crate::view::POLICY;

/// A host that reads rules of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Apache, by a file `.htaccess` in the site's folder.
    Apache,
    /// Caddy, by its `Caddyfile`.
    Caddy,
    /// Vercel, by `vercel.json` in the folder that is uploaded.
    Vercel,
}

impl Host {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Apache, Self::Caddy, Self::Vercel];

    /// The language of its rules, as fenced code names it.
    pub fn language(self) -> &'static str {
        match self {
            Self::Apache => "apache",
            Self::Caddy => "caddyfile",
            Self::Vercel => "json",
        }
    }
}

/// The rules of a host.
pub fn recipe(host: Host) -> String {
    match host {
        Host::Apache => apache(),
        Host::Caddy => caddy(),
        Host::Vercel => vercel(),
    }
}

fn unframed() -> String {
    format!("{POLICY}; frame-ancestors 'none'")
}

fn apache() -> String {
    let always = ALWAYS.map(|(name, value)| format!("Header always set {name} \"{value}\"\n"));
    let always = always.concat();
    let unframed = unframed();
    format!(
        r##"ErrorDocument 404 /404.html
<If "%{{REQUEST_URI}} =~ m#^/en/#">
    ErrorDocument 404 /en/404.html
</If>
DirectoryIndex index.html
Options -Indexes
RedirectMatch 404 "/(\.pantau|_headers|_redirects)$"

{always}Header always set Content-Security-Policy "{unframed}" "expr=%{{REQUEST_URI}} !~ m#^/(en/)?{EMBEDS}#"
Header always set Content-Security-Policy "{POLICY}" "expr=%{{REQUEST_URI}} =~ m#^/(en/)?{EMBEDS}#"
Header always set Cache-Control "no-cache"
# Only where nothing of this host name is served by plain HTTP:
# Header always set Strict-Transport-Security "max-age=31536000"

AddDefaultCharset utf-8
AddType text/calendar .ics
AddType application/jsonl .jsonl
AddType application/ld+json .jsonld
AddType application/vnd.apache.parquet .parquet
<FilesMatch "^feed\.xml$">
    ForceType "application/atom+xml; charset=utf-8"
</FilesMatch>
<FilesMatch "^feed\.json$">
    ForceType application/feed+json
</FilesMatch>
"##
    )
}

fn caddy() -> String {
    let always = ALWAYS.map(|(name, value)| format!("\t\t{name} \"{value}\"\n"));
    let always = always.concat();
    let unframed = unframed();
    format!(
        r##"kinerja.example.go.id {{
	root * /srv/kinerja/public
	encode zstd gzip

	header {{
{always}		Cache-Control "no-cache"
		# Only where nothing of this host name is served by plain HTTP:
		# Strict-Transport-Security "max-age=31536000"
	}}
	@lain not path /{EMBEDS}* /en/{EMBEDS}*
	header @lain Content-Security-Policy "{unframed}"
	@sematan path /{EMBEDS}* /en/{EMBEDS}*
	header @sematan Content-Security-Policy "{POLICY}"
	@atom path */feed.xml /feed.xml
	header @atom Content-Type "application/atom+xml; charset=utf-8"
	@umpan path */feed.json /feed.json
	header @umpan Content-Type "application/feed+json"

	@tersembunyi path /.pantau /_headers /_redirects
	error @tersembunyi 404
	file_server

	handle_errors {{
		@en path /en/*
		rewrite @en /en/404.html
		@id not path /en/*
		rewrite @id /404.html
		file_server
	}}
}}
"##
    )
}

fn vercel() -> String {
    let header = |name: &str, value: &str| serde_json::json!({ "key": name, "value": value });
    let policy = |value: &str| [header("Content-Security-Policy", value)];
    let rules = serde_json::json!({
        "cleanUrls": false,
        "trailingSlash": true,
        "headers": [
            { "source": "/(.*)", "headers": ALWAYS.map(|(name, value)| header(name, value)) },
            { "source": format!("/((?!{EMBEDS}|en/{EMBEDS}).*)"), "headers": policy(&unframed()) },
            { "source": format!("/{EMBEDS}(.*)"), "headers": policy(POLICY) },
            { "source": format!("/en/{EMBEDS}(.*)"), "headers": policy(POLICY) },
        ],
    });
    format!("{rules:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{HostPolicies, headers};
    use std::collections::BTreeSet;
    use std::path::Path;

    fn documentation() -> (std::path::PathBuf, String) {
        let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deploy.md");
        let text = std::fs::read_to_string(&place).unwrap();
        (place, text)
    }

    /// The headers of `_headers`, where no page may be framed.
    fn asked() -> Vec<(String, String)> {
        let policies = HostPolicies {
            unframed: BTreeSet::new(),
            form: None,
        };
        let file = headers(&policies);
        let lines = file.lines().filter_map(|line| line.strip_prefix("  "));
        let pairs = lines.map(|line| line.split_once(": ").unwrap());
        pairs
            .map(|(name, value)| (name.into(), value.into()))
            .collect()
    }

    #[test]
    fn every_host_says_what_the_file_of_headers_says() {
        let asked = asked();
        assert!(asked.len() >= 5, "{asked:?}");
        for host in Host::ALL {
            let recipe = recipe(host);
            for (name, value) in &asked {
                let said = recipe.lines().collect::<Vec<_>>().join(" ");
                assert!(said.contains(name.as_str()), "{host:?} has no {name}");
                assert!(
                    said.contains(value.as_str()),
                    "{host:?} says something else of {name}"
                );
            }
            // What may be shown within other sites has the policy alone.
            let policy = format!("\"{POLICY}\"");
            assert!(recipe.contains(&policy), "{host:?}");
            assert!(recipe.contains(EMBEDS), "{host:?}");
        }
    }

    #[test]
    fn documented_recipes_are_up_to_date() {
        let (place, text) = documentation();
        let mut new = text.clone();
        for host in Host::ALL {
            let fence = format!("```{}\n", host.language());
            let (before, rest) = new
                .split_once(&fence)
                .unwrap_or_else(|| panic!("{host:?} is not in {}", place.display()));
            let (_, after) = rest.split_once("```").unwrap();
            new = format!("{before}{fence}{}```{after}", recipe(host));
        }
        if std::env::var_os("UPDATE_DOCS").is_some() && text != new {
            std::fs::write(&place, &new).unwrap();
            return;
        }
        assert!(
            text == new,
            "docs/deploy.md: run the tests with UPDATE_DOCS=1"
        );
    }

    #[test]
    fn the_documented_nginx_says_it_too() {
        let (_, text) = documentation();
        let (_, nginx) = text.split_once("```nginx\n").unwrap();
        let (nginx, _) = nginx.split_once("```").unwrap();
        for (name, value) in asked() {
            let value = value.replace("; frame-ancestors 'none'", "$bingkai");
            let line = format!("add_header {name} \"{value}\" always;");
            assert!(nginx.contains(&line), "{line}");
        }
        assert!(nginx.contains("default                 \"; frame-ancestors 'none'\";"));
    }
}
