package dev.headroom.storage;

/// The stable codes of everything that can go wrong outside the program: `HR-1xxx` concern the workspace,
/// `HR-2xxx` a file that is read. A code never changes its meaning and is never used again for something
/// else.
public enum ErrorCode {
    /// Another process or another window has the workspace open.
    WORKSPACE_LOCKED("HR-1001"),
    /// A newer version of the program wrote the workspace.
    WORKSPACE_NEWER("HR-1002"),
    /// The database file cannot be read as a database of this program.
    WORKSPACE_DAMAGED("HR-1003"),
    /// The folder cannot be created or written.
    WORKSPACE_UNWRITABLE("HR-1004"),
    /// The disk that holds the workspace is full.
    DISK_FULL("HR-1005"),
    /// The workspace was used after it was closed.
    WORKSPACE_CLOSED("HR-1006"),
    /// The database failed for a reason not named above.
    DATABASE_FAILED("HR-1007"),
    /// New observations do not lie on the grid of the series that is already kept.
    GRID_MISMATCH("HR-1008"),
    /// The workspace is encrypted and no password was given.
    PASSWORD_NEEDED("HR-1010"),
    /// The password does not open the encrypted workspace or backup.
    PASSWORD_WRONG("HR-1011"),
    /// The file is no backup that this program wrote, or not one that it can read.
    BACKUP_REFUSED("HR-1012"),
    /// A file or workspace stands where a new one should be written.
    TARGET_EXISTS("HR-1013"),

    /// There is no such file or folder.
    FILE_NOT_FOUND("HR-2001"),
    /// The file exists but reading it failed.
    FILE_UNREADABLE("HR-2002"),
    /// The file has no content.
    FILE_EMPTY("HR-2003"),
    /// The file has a header and no rows.
    FILE_HEADER_ONLY("HR-2004"),
    /// None of the known delimiters splits the first line.
    FILE_NO_DELIMITER("HR-2005"),
    /// The columns are those of no known format.
    FILE_UNKNOWN_FORMAT("HR-2006"),
    /// The format is known, but a column that it cannot do without is missing.
    FILE_MISSING_COLUMN("HR-2007"),
    /// The bytes are not text in a known encoding.
    FILE_BAD_ENCODING("HR-2008"),
    /// The compressed file is truncated or damaged.
    FILE_BROKEN_GZIP("HR-2009"),
    /// A line is longer than any row can be.
    FILE_LINE_TOO_LONG("HR-2010"),
    /// The import was cancelled while the file was read.
    FILE_CANCELLED("HR-2011"),
    /// The file is of a kind that cannot be read here, such as an archive.
    FILE_UNSUPPORTED("HR-2012"),
    /// The rows cannot be told apart because a quoted field does not end.
    FILE_BROKEN_QUOTES("HR-2013"),
    /// The compressed file grows beyond every honest measure when it is decompressed.
    FILE_INFLATES("HR-2020"),
    /// The table has more columns than any table of a known format.
    FILE_TOO_WIDE("HR-2021"),
    /// The manifest of a delivery and the files beside it do not fit.
    DELIVERY_INCOMPLETE("HR-2022"),
    /// The file leaves open what must be known, such as a currency or a unit: the import has to be told.
    FILE_NOT_TOLD("HR-2030"),
    /// The file is not JSON to its end.
    FILE_BROKEN_JSON("HR-2031"),
    /// The file is the answer of a service that says that the question failed.
    FILE_FAILED_ANSWER("HR-2032");

    private final String code;

    ErrorCode(String code) {
        this.code = code;
    }

    /// The code that is shown to the user, such as `HR-1001`.
    public String code() {
        return code;
    }
}
