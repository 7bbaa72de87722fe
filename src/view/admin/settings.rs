//! What the form's program reads: where it saves, and which files have which fields.

use super::fields::fields;
use super::{is_split, results};
use crate::format::MessageError;
use crate::model::{Admin, BaseUrl, Provider};
use crate::parse::organisation::{RawOpd, RawPerson, RawPost};
use crate::parse::place::person_file;
use crate::parse::reader::Fields;
use crate::url::{Address, Desk, Subject};
use crate::view::scene::Scene;
use serde::Serialize;
use serde_json::{Value, json};

/// What the program calls drafts that wait for approval; no message's key, though it looks like one.
const DRAFTS: &str = concat!("editorial", "_workflow");

/// The program's settings, by its own names.
#[derive(Serialize)]
struct Settings {
    backend: Backend,
    publish_mode: &'static str,
    app_title: String,
    site_url: String,
    media_folder: &'static str,
    public_folder: &'static str,
    show_preview_links: bool,
    editor: Value,
    slug: SlugForm,
    output: Output,
    collections: Vec<Value>,
}

/// Where the program saves, and how people sign in.
#[derive(Default, Serialize)]
struct Backend {
    name: &'static str,
    repo: String,
    branch: String,
    commit_messages: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_root: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    graphql_api_root: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_methods: Option<[&'static str; 1]>,
}

/// How names of new files are made.
#[derive(Serialize)]
struct SlugForm {
    encoding: &'static str,
    clean_accents: bool,
    sanitize_replacement: &'static str,
}

#[derive(Serialize)]
struct Output {
    /// A key with nothing behind it is an error, and so is an empty text.
    omit_empty_optional_fields: bool,
    yaml: Value,
}

/// A folder of which each file is an entry.
#[derive(Serialize)]
struct Folder {
    name: &'static str,
    label: String,
    description: String,
    icon: &'static str,
    folder: String,
    extension: &'static str,
    format: &'static str,
    create: bool,
    /// An address that stood once stays: what is taken away needs a word in situs.yml.
    delete: bool,
    identifier_field: &'static str,
    summary: &'static str,
    slug: Value,
    fields: Vec<Value>,
}

/// What the program of the form at `desk` reads.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn admin_settings(scene: Scene<'_>, desk: &Desk) -> Result<String, Vec<MessageError>> {
    let site = &scene.register.site;
    let title = scene.words.plain(&site.title);
    let home = Address::new(scene.words.language(), Subject::Home);
    let settings = site.admin.as_ref().map(|admin| Settings {
        backend: backend(&scene, admin),
        publish_mode: match admin.has_drafts() {
            true => DRAFTS,
            false => "simple",
        },
        app_title: scene.words.say("admin_title", &[("site", title.into())]),
        site_url: scene.urls.absolute(&home),
        media_folder: "content/media",
        // As the data name them: below `content/`.
        public_folder: "media",
        show_preview_links: false,
        editor: json!({ "preview": false }),
        slug: SlugForm {
            encoding: "ascii",
            clean_accents: true,
            sanitize_replacement: "-",
        },
        output: Output {
            omit_empty_optional_fields: true,
            yaml: json!({ "quote": "none" }),
        },
        collections: collections(&scene, desk),
    });
    let faults = scene.into_faults();
    if faults.is_empty() {
        let text = serde_json::to_string(&settings);
        Ok(text.expect("texts always serialise") + "\n")
    } else {
        Err(faults)
    }
}

fn backend(scene: &Scene<'_>, admin: &Admin) -> Backend {
    let server = whole(&admin.server);
    let at = |path: &str| Some(format!("{server}{path}"));
    let named = |name, api_root: Option<String>| Backend {
        name,
        api_root,
        repo: admin.repository.clone(),
        branch: admin.branch.clone(),
        commit_messages: messages(scene),
        auth_methods: (!admin.has_sign_in()).then_some(["token"]),
        ..Backend::default()
    };
    let mut backend = match admin.provider {
        Provider::GitHub if server == admin.provider.usual_server() => named("github", None),
        Provider::GitHub => Backend {
            graphql_api_root: at("/api/graphql"),
            ..named("github", at("/api/v3"))
        },
        Provider::GitLab => Backend {
            base_url: at(""),
            ..named("gitlab", at("/api/v4"))
        },
        Provider::Gitea | Provider::Forgejo => Backend {
            base_url: at(""),
            ..named("gitea", at("/api/v1"))
        },
    };
    if let Some(sign_in) = &admin.sign_in {
        backend.base_url = Some(whole(sign_in));
    } else if admin.provider != Provider::GitHub {
        backend.app_id = admin.app.clone();
        let has_app = admin.provider == Provider::GitLab && admin.app.is_some();
        backend.auth_type = has_app.then_some("pkce");
    }
    backend
}

/// Without the slash at its end.
fn whole(address: &BaseUrl) -> String {
    address.origin().to_owned() + address.path().trim_end_matches('/')
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
        ("opd", "admin_opds", "apartment", RawOpd::RECORD),
    ]
    .map(|(folder, label, icon, record)| {
        let told = scene.words.text("admin_slug");
        json!(Folder {
            name: folder,
            label: scene.words.text(label),
            description: scene.words.text("admin_comments"),
            icon,
            folder: format!("content/{folder}"),
            extension: "yml",
            format: "yaml",
            create: true,
            delete: false,
            identifier_field: "nama",
            summary: "{{nama}}",
            slug: json!({
                "template": "{{nama}}",
                "editable": ["create"],
                "hint": told,
                "pattern": ["^[a-z0-9-]+$", told],
            }),
            fields: fields(scene, record),
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
