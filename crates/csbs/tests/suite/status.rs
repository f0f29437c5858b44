//! The states of a backup: Table 6 and reader's rule 5.

use csbs::Status;

#[test]
fn rule_5_every_state_reads_and_is_written_as_it_came() {
    for (text, status, is_final) in [
        ("waiting_protect", Status::WaitingProtect, false),
        ("protecting", Status::Protecting, false),
        ("available", Status::Available, true),
        ("waiting_restore", Status::WaitingRestore, false),
        ("restoring", Status::Restoring, false),
        ("error", Status::Error, true),
        ("waiting_delete", Status::WaitingDelete, false),
        ("deleting", Status::Deleting, false),
        ("deleted", Status::Deleted, true),
        ("wait_copying", Status::Other("wait_copying".into()), false),
        ("error-deleting", Status::Other("error-deleting".into()), false),
        ("Available", Status::Other("Available".into()), false),
    ] {
        assert_eq!(Status::parse(text), status);
        assert_eq!(status.as_str(), text);
        assert_eq!(status.is_final(), is_final, "{text}");
    }
}
