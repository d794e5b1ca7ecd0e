//! `khitam member`: who works with this copy, and links for those who come in or lost their password.

use super::args::{Member as Args, MemberCommand};
use super::text::tell;
use super::{Exit, Failure, Shell};
use crate::clock::Clock;
use crate::flow::entry::{self, Guest};
use crate::lang::Lang;
use crate::store::members::{self, Member};
use crate::store::viewer::Role;
use crate::store::{Db, StoreError, attempts, settings};
use comfy_table::Table;
use comfy_table::presets::NOTHING;
use serde_json::json;

pub async fn run(shell: &Shell, args: Args) -> Result<Exit, Failure> {
    let db = shell.open().await?;
    let done = match args.command {
        MemberCommand::List { json } => list(&db, shell.lang, json).await,
        MemberCommand::Invite { role, name } => invite(&db, shell.lang, &role, name).await,
        MemberCommand::Reset { email } => reset(&db, shell.lang, &email).await?,
    };
    db.close().await;
    done.map_err(|error| Failure::of_store(shell.lang, &error))?;
    Ok(Exit::Done)
}

async fn list(db: &Db, lang: Lang, as_json: bool) -> Result<(), StoreError> {
    let members = members::all(db).await?;
    if as_json {
        let member = |member: &Member| {
            json!({
                "name": member.name, "email": member.email, "role": role_word(member),
                "joined_at": member.joined_at, "left_at": member.left_at,
            })
        };
        tell(json!({ "members": members.iter().map(member).collect::<Vec<_>>() }))?;
    } else if members.is_empty() {
        tell(lang.text("member-none"))?;
    } else {
        let mut table = Table::new();
        table.load_style(NOTHING);
        table.set_header(["member-name", "email", "member-role", "member-joined"].map(|key| lang.text(key)));
        for member in &members {
            let role = lang.text(&format!("role-{}", role_word(member)));
            let left = member.left_at.as_deref().map(|at| format!("{} {}", lang.text("member-left"), &at[..10]));
            let joined = left.unwrap_or_else(|| member.joined_at[..10].to_owned());
            table.add_row([member.name.clone(), member.email.clone(), role, joined]);
        }
        tell(table)?;
    }
    Ok(())
}

fn role_word(member: &Member) -> &'static str {
    if member.adviser { "adviser" } else { member.role.word() }
}

async fn invite(db: &Db, lang: Lang, role: &str, name: String) -> Result<(), StoreError> {
    let guest = Guest { name, role: Role::of(role).unwrap_or(Role::Member), adviser: role == "adviser" };
    let path = entry::invite(db, guest, "", Clock::default().now()).await?;
    tell(lang.text("member-invited"))?;
    tell(format_args!("{}{path}", base(db).await?))?;
    Ok(())
}

async fn reset(db: &Db, lang: Lang, email: &str) -> Result<Result<(), StoreError>, Failure> {
    let email = members::email_kept(email);
    let found = members::with_email(db, &email).await.map_err(|error| Failure::of_store(lang, &error))?;
    match found.filter(|member| member.left_at.is_none()) {
        None => Err(Failure::about(lang, "no-member", &email, Exit::Failed)),
        Some(member) => Ok(reset_of(db, lang, &member).await),
    }
}

async fn reset_of(db: &Db, lang: Lang, member: &Member) -> Result<(), StoreError> {
    let path = entry::reset_link(db, member, "", Clock::default().now()).await?;
    attempts::forgive(db, &crate::web::failures_of(&member.email)).await?;
    tell(lang.text("member-resets"))?;
    tell(format_args!("{}{path}", base(db).await?))?;
    tell(lang.text("member-resets-key"))?;
    Ok(())
}

/// Returns the address that links begin with: where this copy was last served.
async fn base(db: &Db) -> Result<String, StoreError> {
    let listen = settings::get(db, settings::LISTEN).await?.unwrap_or_else(|| "127.0.0.1:7411".to_owned());
    let listen = listen.replace("0.0.0.0:", "127.0.0.1:").replace("[::]:", "[::1]:");
    Ok(settings::get(db, settings::PUBLIC_URL).await?.unwrap_or_else(|| format!("http://{listen}")))
}
