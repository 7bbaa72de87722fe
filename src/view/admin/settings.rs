//! What the form's program reads: where it saves, and which files have which fields.

use super::fields::fields;
use super::{is_split, results};
use crate::format::MessageError;
use crate::model::{Admin, Provider};
use crate::parse::organisation::{RawOpd, RawPerson, RawPost};
use crate::parse::place::person_file;
use crate::parse::reader::Fields;
use crate::url::{Address, Desk, Subject};
use crate::view::scene::Scene;
use serde_json::{Value, json};

/// What the program of the form at `desk` reads.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn admin_settings(scene: Scene<'_>, desk: &Desk) -> Result<Value, Vec<MessageError>> {
    let site = &scene.register.site;
    let Some(admin) = &site.admin else {
        return Ok(Value::Null);
    };
    let home = Address::new(scene.words.language(), Subject::Home);
    let mode = if admin.has_drafts() {
        "editorial_workflow"
    } else {
        "simple"
    };
    let settings = json!({
        "backend": backend(&scene, admin),
        "publish_mode": mode,
        "app_title": scene.words.say("admin_title", &[("site", scene.words.plain(&site.title).into())]),
        "site_url": scene.urls.absolute(&home),
        "media_folder": "content/media",
        // As the data name them: below `content/`.
        "public_folder": "media",
        "show_preview_links": false,
        "editor": { "preview": false },
        "slug": { "encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-" },
        // A key with nothing behind it is an error, and so is an empty text.
        "output": { "omit_empty_optional_fields": true, "yaml": { "quote": "none", "indent_size": 2 } },
        "collections": collections(&scene, desk),
    });
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(settings)
    } else {
        Err(faults)
    }
}

fn backend(scene: &Scene<'_>, admin: &Admin) -> Value {
    let server = admin.server.origin().to_owned() + admin.server.path().trim_end_matches('/');
    let mut backend = json!({
        "repo": admin.repository,
        "branch": admin.branch,
        "commit_messages": messages(scene),
    });
    let is_own = server != admin.provider.usual_server();
    match admin.provider {
        Provider::GitHub => {
            backend["name"] = json!("github");
            if is_own {
                backend["api_root"] = json!(format!("{server}/api/v3"));
                backend["graphql_api_root"] = json!(format!("{server}/api/graphql"));
            }
        }
        Provider::GitLab => {
            backend["name"] = json!("gitlab");
            backend["api_root"] = json!(format!("{server}/api/v4"));
            backend["base_url"] = json!(server);
        }
        Provider::Gitea | Provider::Forgejo => {
            backend["name"] = json!("gitea");
            backend["api_root"] = json!(format!("{server}/api/v1"));
            backend["base_url"] = json!(server);
        }
    }
    if let Some(sign_in) = &admin.sign_in {
        let address = sign_in.origin().to_owned() + sign_in.path().trim_end_matches('/');
        backend["base_url"] = json!(address);
    } else if let Some(app) = &admin.app {
        backend["app_id"] = json!(app);
        if admin.provider == Provider::GitLab {
            backend["auth_type"] = json!("pkce");
        }
    }
    if !admin.has_sign_in() {
        backend["auth_methods"] = json!(["token"]);
    }
    backend
}

/// What the commits say, with the program's own words in the places that it fills.
fn messages(scene: &Scene<'_>) -> Value {
    let message = |key: &str, of: &str| format!("{} {of}", scene.words.text(key));
    let entry = "{{collection}} {{slug}}";
    json!({
        "create": message("admin_commit_new", entry),
        "update": message("admin_commit_changed", entry),
        "delete": message("admin_commit_gone", entry),
        "uploadMedia": message("admin_commit_new", "{{path}}"),
        "deleteMedia": message("admin_commit_gone", "{{path}}"),
    })
}

fn collections(scene: &Scene<'_>, desk: &Desk) -> Vec<Value> {
    let quarters = scene.quarters_at(desk).into_iter();
    let mut all: Vec<Value> = quarters
        .map(|quarter| results::collection(scene, desk, quarter))
        .collect();
    if is_split(scene.register, scene.score.today) {
        all.push(people_of(scene, desk));
    } else {
        all.extend(organisation(scene));
    }
    all
}

/// Persons, posts and organisations of the whole site.
fn organisation(scene: &Scene<'_>) -> [Value; 3] {
    [
        ("pejabat", "admin_people", "badge", RawPerson::RECORD),
        ("jabatan", "admin_posts", "work", RawPost::RECORD),
        ("opd", "admin_opds", "account_balance", RawOpd::RECORD),
    ]
    .map(|(folder, label, icon, record)| {
        json!({
            "name": folder,
            "label": scene.words.text(label),
            "description": scene.words.text("admin_comments"),
            "icon": icon,
            "folder": format!("content/{folder}"),
            "extension": "yml",
            "format": "yaml",
            "create": true,
            // An address that stood once stays: what is taken away needs a word in situs.yml.
            "delete": false,
            "identifier_field": "nama",
            "summary": "{{nama}}",
            "slug": {
                "template": "{{nama}}",
                "editable": ["create"],
                "hint": scene.words.text("admin_slug"),
                "pattern": ["^[a-z0-9-]+$", scene.words.text("admin_slug")],
            },
            "fields": fields(scene, record),
        })
    })
}

/// The persons who hold or held a post at `desk`, file by file: a folder would be read as a whole.
fn people_of(scene: &Scene<'_>, desk: &Desk) -> Value {
    let people = scene.register.people.values();
    let own = people.filter(|person| {
        let mut tenures = person.tenures.iter();
        tenures.any(|tenure| scene.post_is_at(desk, &tenure.post))
    });
    let file = |person: &crate::model::Person| {
        json!({
            "name": person.id.to_string(),
            "label": scene.person_name(person),
            "file": format!("content/{}", person_file(&person.id)),
            "fields": fields(scene, RawPerson::RECORD),
        })
    };
    json!({
        "name": "pejabat",
        "label": scene.words.text("admin_people"),
        "description": scene.words.text("admin_comments"),
        "icon": "badge",
        "format": "yaml",
        "files": own.map(file).collect::<Vec<_>>(),
    })
}
