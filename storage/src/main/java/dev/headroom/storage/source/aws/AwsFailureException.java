package dev.headroom.storage.source.aws;

/// A call to AWS failed. The sentence is for the user; it holds no message of the SDK, which may tell what is
/// in profiles.
public final class AwsFailureException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public AwsFailureException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public AwsFailureException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// What can be done about it.
    public enum Reason {
        /// No credentials were found, or the profile is not there.
        NO_LOGIN("HR-4001"),
        /// The login has run out.
        EXPIRED("HR-4002"),
        /// The service does not take the credentials.
        REFUSED("HR-4003"),
        /// The credentials are taken, the action is not allowed.
        DENIED("HR-4004"),
        /// The clocks differ.
        CLOCK("HR-4005"),
        /// The service asks to slow down, also after many pauses.
        THROTTLED("HR-4006"),
        /// The service cannot be reached.
        UNREACHABLE("HR-4007"),
        /// The service fails, or answers what is not understood.
        FAILED("HR-4008"),
        /// There is nothing at the address, or not what was named.
        NOT_THERE("HR-4020"),
        /// What came is not what the service says that it has.
        DAMAGED("HR-4021"),
        /// A name that cannot be one of what it should name.
        NAME("HR-4022"),
        /// A query did not succeed.
        QUERY("HR-4023"),
        /// A table is no bill that can be read.
        NO_BILL("HR-4024"),
        /// What came was refused by the import.
        NOT_IMPORTED("HR-4025"),
        /// The service has nothing to tell of what was asked.
        NO_DATA("HR-4040"),
        /// The account has to opt in to the service first.
        NOT_SWITCHED_ON("HR-4041"),
        /// What is switched on to be written is not allowed.
        WRITE_DENIED("HR-4050"),
        /// The role for writing cannot be taken.
        ROLE_DENIED("HR-4051"),
        /// There is no secret of that name.
        NO_SECRET("HR-4056"),
        /// The secret may not be read.
        SECRET_DENIED("HR-4057"),
        /// The secret does not hold what it was named for.
        SECRET_CONTENT("HR-4058"),
        /// A file that is to be written to AWS cannot be made here.
        NO_FILE("HR-4059");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// True when the next call may well succeed.
        public boolean isPassing() {
            return this == THROTTLED || this == UNREACHABLE || this == FAILED;
        }

        /// True when no call of this login will succeed.
        public boolean endsAll() {
            return this == NO_LOGIN || this == EXPIRED || this == REFUSED || this == CLOCK;
        }
    }
}
