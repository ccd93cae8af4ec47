package dev.headroom.storage.source.aws.loopback;

/// What a service answers instead of a result.
public final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    public Fault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    public static Fault throttled() {
        return new Fault(400, "ThrottlingException", "Rate exceeded");
    }

    public static Fault denied(String action) {
        return new Fault(403, "AccessDenied", "User is not authorized to perform: " + action);
    }

    public static Fault expired() {
        return new Fault(403, "ExpiredToken", "The security token included in the request is expired");
    }

    static Fault unknown(String what) {
        return new Fault(400, "ValidationError", what);
    }
}
