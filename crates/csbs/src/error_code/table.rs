//! The 53 error codes of the public documents, in their order, and apart from them what the documents
//! say about each: the console says it in its own languages.

use super::ErrorCode;

/// Every documented error code, in the order of the documents. `CSBS.9009` is there twice.
pub static ERROR_CODES: [ErrorCode; 53] = [
    ErrorCode {
        http_status: 400,
        code: "CSBS.0001",
        create_backup: false,
        message: "Service over limit",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.0002",
        create_backup: true,
        message: "Volume of services from different storagetype",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.1001",
        create_backup: true,
        message: "The policy is executing backup.",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.1002",
        create_backup: true,
        message: "resource_in_protecting",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.2001",
        create_backup: false,
        message: "item in plan is executing",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.2003",
        create_backup: true,
        message: "item in executing",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.2004",
        create_backup: true,
        message: "item in plan executing",
    },
    ErrorCode {
        http_status: 404,
        code: "CSBS.3000",
        create_backup: false,
        message: "plan not found",
    },
    ErrorCode {
        http_status: 404,
        code: "CSBS.3001",
        create_backup: false,
        message: "Checkpoint_item (%s) is not found.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.4000",
        create_backup: false,
        message: "checkpoint item not available",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.5001",
        create_backup: false,
        message: "Scheduel operation status can't be set unable",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6000",
        create_backup: true,
        message: "server do not exist",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6001",
        create_backup: true,
        message: "The server has stopped.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6003",
        create_backup: true,
        message: "Resource (%s) type (%s) is not support protection.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6004",
        create_backup: false,
        message: "Server (%s) is already in service.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6005",
        create_backup: true,
        message: "Server (%s) is already in service.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6006",
        create_backup: true,
        message: "Server (%s) status (%s) is not allowed to protect.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6007",
        create_backup: true,
        message: "No volume attached to the server (%s) for protect.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6010",
        create_backup: true,
        message: "Volume (%s) attached to server (%s) is shareable volume.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6013",
        create_backup: false,
        message: "Resource (%s) type (%s) is not support restoration.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6014",
        create_backup: false,
        message: "Volume(s) (%s) not found in target server.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6015",
        create_backup: false,
        message: "The server is restoring.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6016",
        create_backup: false,
        message: "can not restore server type is not allow",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6017",
        create_backup: false,
        message: "Can not find backup(s) (%s) in checkpoint item (%s).",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6018",
        create_backup: false,
        message: "Not assign backup(s) (%s) to volume(s), partial restore is not supported.\"",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.6019",
        create_backup: false,
        message: "The source server (%s) type (%s) is not the same as the target server (%s) type (%s).",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6020",
        create_backup: false,
        message: "No volume attached to the server (%s) for restore.",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6021",
        create_backup: false,
        message: "Volume (%s) attached to server (%s) is shareable volume.",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.6023",
        create_backup: false,
        message: "Can not restore data volume to system volume. server id is (%s).",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6024",
        create_backup: false,
        message: "Target volume (%s) size (%s) small than volume backup (%s) size (%s).",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6025",
        create_backup: false,
        message: "The AZ of local checkpoint item (%s) is not support to restore the resource (%s).",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6027",
        create_backup: true,
        message: "The AZ where the resource (%s) is located does not support backup.",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.6030",
        create_backup: true,
        message: "auto plan executing",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6031",
        create_backup: false,
        message: "manual copy executing",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.6032",
        create_backup: false,
        message: "plan has no resource backup",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6033",
        create_backup: true,
        message: "Service type of volume %s(belong to server %s) is dss.",
    },
    ErrorCode {
        http_status: 404,
        code: "CSBS.6040",
        create_backup: false,
        message: "task not found",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.6061",
        create_backup: true,
        message: "volume of server in this pod does not support backup",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.7000",
        create_backup: true,
        message: "request tags exceed the max allowed count: %s.",
    },
    ErrorCode {
        http_status: 404,
        code: "CSBS.7001",
        create_backup: false,
        message: "The backup tag does not exist.",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.8001",
        create_backup: false,
        message: "The backup status is not allowed to create image",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.8007",
        create_backup: false,
        message: "The backup {checkpoint_item_id} has register to image, can't be delete",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.8008",
        create_backup: false,
        message: "The backup {checkpoint_item_id}'s status is not allowed query",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.8009",
        create_backup: false,
        message: "The backup has not system disk backup is not allowed to create image",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.9001",
        create_backup: true,
        message: "provider invalid",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.9006",
        create_backup: true,
        message: "Quota exceeded for resources: %s",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.9007",
        create_backup: false,
        message: "duplicate service name",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.9008",
        create_backup: false,
        message: "Checkpoint Item Status Not Support Create VM",
    },
    ErrorCode {
        http_status: 400,
        code: "CSBS.9009",
        create_backup: true,
        message: "The backup or replication space after reduction cannot be less than the used space.",
    },
    ErrorCode {
        http_status: 403,
        code: "CSBS.9009",
        create_backup: true,
        message: "User is unverified.",
    },
    ErrorCode {
        http_status: 500,
        code: "CSBS.9998",
        create_backup: true,
        message: "System not support",
    },
    ErrorCode { http_status: 500, code: "CSBS.9999", create_backup: true, message: "%s failed" },
    ErrorCode {
        http_status: 400,
        code: "BackupService.4008",
        create_backup: true,
        message: "New project are not allowed to use old services.",
    },
];

/// What each code means and what to do, in the order of [`ERROR_CODES`].
pub(super) static TEXTS: [[&str; 2]; 53] = [
    [
        "The number of backup policies has reached the upper limit.",
        "Delete an existing backup policy and try again.",
    ],
    [
        "The volumes of the server have different storage types. (Not used currently.)",
        "Use the same type of volumes.",
    ],
    [
        "The backup task cannot be executed, because a manual backup task is being executed.",
        "Re-execute the backup task after the manual backup task is complete.",
    ],
    [
        "The selected server is being backed up. (Not used currently.)",
        "Try again after the backup task is complete.",
    ],
    [
        "A task is being executed by using this backup policy. (Not used currently.)",
        "Try again after the task is complete.",
    ],
    [
        "The selected backup is in the Backing up, Restoring, or Deleting state.",
        "Try again after the task is complete.",
    ],
    [
        "The policy is being executed for backup. Try again after the backup is complete.",
        "Try again after the task is complete.",
    ],
    ["The backup policy does not exist.", "Check whether the backup policy exists."],
    ["The backup does not exist.", "Check whether the backup exists."],
    [
        "The current backup status does not allow restoration.",
        "Try again later or contact technical support.",
    ],
    ["Failed to stop the policy.", "Check the backup policy status."],
    ["The server does not exist.", "Check whether the server exists."],
    ["The server has stopped.", "Check whether the server has stopped."],
    [
        "Currently, only cloud server backup is supported.",
        "Select servers and add them to the backup policy.",
    ],
    [
        "The server has been bound to a backup policy and cannot be bound again.",
        "Check whether the server has been bound to a backup policy.",
    ],
    [
        "The current server status does not allow backup.",
        "Ensure that the server status allows restoration and try again.",
    ],
    ["This type of server does not support backup.", "Select servers of a correct type."],
    [
        "Servers without EVS disks do not support backup.",
        "Check whether an EVS disk is attached to the server.",
    ],
    [
        "The server does not support backup, because it hosts shared EVS disks.",
        "Remove the shared disk and perform the backup again.",
    ],
    ["Only server restoration is supported currently.", "Select servers for restoration."],
    [
        "The specified EVS disk is not attached to the server to be restored.",
        "Select an EVS disk attached to the server to be restored.",
    ],
    [
        "The server in the current status cannot be restored.",
        "Ensure that the server status allows restoration and try again.",
    ],
    ["This type of server does not support restoration.", "Select servers of a correct type."],
    [
        "The specified backup disk is not in the specified backup.",
        "Select a backup disk in the specified backup for restoration.",
    ],
    [
        "The system does not support the restoration of some backup disks in the backup.",
        "Select all backup disks in the backup for restoration.",
    ],
    [
        "The type of the target server is different from that of the source server.",
        "Select a target server of the same type as the source server.",
    ],
    [
        "Servers without EVS disks do not support restoration.",
        "Check whether an EVS disk is attached to the server.",
    ],
    [
        "The backup cannot be restored to a shared EVS disk of the server.",
        "Restore the backup to a non-shared EVS disk of the server.",
    ],
    [
        "The backup for a data disk cannot be restored to a system disk of the server.",
        "Restore the backup to a data disk of the server.",
    ],
    [
        "Restoration cannot be executed because the size of the disk attached to the server is smaller than the backup size.",
        "Expand the disk and try again, or restore backup data to a disk that has a larger size than the backup.",
    ],
    [
        "Restoration is not supported between the AZ to which the specified backup belongs and the AZ to which the server belongs.",
        "Contact the administrator to reconfigure the AZ.",
    ],
    [
        "The AZ to which the ECS belongs does not support backup.",
        "Contact the administrator to reconfigure the AZ.",
    ],
    [
        "The backup task cannot be executed, because an automatic backup task is being executed.",
        "Re-execute the backup task after the automatic backup task is complete.",
    ],
    [
        "The replication task cannot be executed, because a manual replication task is being executed.",
        "Re-execute the replication task after the manual replication task is complete.",
    ],
    [
        "There are no servers that can be backed up in the backup policy.",
        "Bind the policy to servers or wait until the bound server is restored to a state that supports backup.",
    ],
    [
        "A server with DSS disks cannot be backed up.",
        "Check whether a dedicated storage disk has been attached to the server.",
    ],
    ["The backup job to be deleted does not exist.", "Check whether the backup job exists."],
    [
        "The current server does not support backup or restoration.",
        "Deselect the disks that do not support backup and retry.",
    ],
    ["The resource's tags have reached the upper limit.", "Delete unnecessary tags and try again."],
    [
        "The resource tag to be deleted does not exist.",
        "Refresh the page to check whether the tag has been deleted.",
    ],
    [
        "Backups in the current status cannot be registered as images.",
        "Try later or contact technical support.",
    ],
    [
        "An image has been created by using the backup and the backup cannot be deleted.",
        "Delete the created image first and then the backup.",
    ],
    ["The current backup status does not support query.", "Check whether the backup exists."],
    [
        "The backup does not contain the system disk data and cannot be used to create an image.",
        "Check whether the backup contains a system disk.",
    ],
    ["Parameter verification failed.", "Enter the correct parameter."],
    [
        "Insufficient quota",
        "Contact the administrator to change the quota or delete the backups that are no longer needed.",
    ],
    ["The backup policy name already exists.", "Change the name and try again."],
    [
        "Only backups in the Available state can be used to create ECSs.",
        "Check whether the backup is available.",
    ],
    [
        "The backup or replication space after applying for reduction is less than the used space.",
        "Ensure that the remaining space is greater than the used space.",
    ],
    [
        "The user is not authenticated by real name. Authenticate the user's real name and try again.",
        "Authenticate the user's real name and try again.",
    ],
    ["Service unavailable", "Try later or contact technical support."],
    ["System internal error", "Try later or contact technical support."],
    [
        "New users cannot use the VBS or CSBS service.",
        "Go to the CBR console to use the CBR service.",
    ],
];
