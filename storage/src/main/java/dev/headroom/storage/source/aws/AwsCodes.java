package dev.headroom.storage.source.aws;

import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/// What the error codes of the services mean; they are not the same for all of them.
final class AwsCodes {
    private static final Set<String> DENIED = Set.of(
            "accessdenied",
            "accessdeniedexception",
            "unauthorizedoperation",
            "authorizationerror",
            "notauthorized",
            "awsorganizationsnotinuseexception",
            "optinrequired");
    private static final Set<String> EXPIRED = Set.of(
            "expiredtoken", "expiredtokenexception", "requestexpired", "tokenrefreshrequired", "unrecognizedclient");
    private static final Set<String> REFUSED = Set.of(
            "invalidclienttokenid",
            "authfailure",
            "signaturedoesnotmatch",
            "unrecognizedclientexception",
            "invalidaccesskeyid");
    private static final Set<String> SKEWED = Set.of("requesttimetooskewed", "requestinthefuture");

    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final Set<String> NOT_SWITCHED_ON = Set.of("optinrequiredexception");
    private static final Set<String> NO_DATA = Set.of("dataunavailableexception");

    private AwsCodes() {}

    /// What went wrong, for people.
    enum Meaning {
        DENIED,
        EXPIRED,
        REFUSED,
        SKEWED,
        NO_DATA,
        NOT_SWITCHED_ON,
        THROTTLED,
        OTHER
    }

    static Meaning meaning(SdkException failure) {
        if (!(failure instanceof AwsServiceException service) || service.awsErrorDetails() == null) {
            return Meaning.OTHER;
        }
        String code = String.valueOf(service.awsErrorDetails().errorCode()).toLowerCase(Locale.ROOT);
        if (EXPIRED.contains(code)) {
            return Meaning.EXPIRED;
        }
        if (DENIED.contains(code)) {
            return Meaning.DENIED;
        }
        // Wrong clocks make wrong signatures, so this is looked at first.
        if (SKEWED.contains(code) || service.isClockSkewException()) {
            return Meaning.SKEWED;
        }
        if (REFUSED.contains(code)) {
            return Meaning.REFUSED;
        }
        if (NOT_SWITCHED_ON.contains(code)) {
            return Meaning.NOT_SWITCHED_ON;
        }
        if (NO_DATA.contains(code)) {
            return Meaning.NO_DATA;
        }
        if (isThrottled(failure)) {
            return Meaning.THROTTLED;
        }
        // Answers without a body, as those about an object of S3, have no code of their own.
        return service.statusCode() == FORBIDDEN ? Meaning.DENIED : Meaning.OTHER;
    }

    /// True when the failure says something about the service or the network, and nothing about the call.
    static boolean isOutage(SdkException failure) {
        return switch (failure) {
            case AbortedException _ -> false;
            case AwsServiceException service ->
                service.statusCode() >= SERVER_ERROR && service.statusCode() != NOT_IMPLEMENTED || isThrottled(service);
            default -> meaning(failure) == Meaning.OTHER && !AwsFailures.isOfLogin(failure);
        };
    }

    /// True for every code that asks to slow down. That of Cost Explorer is not known to the SDK as one.
    static boolean isThrottled(Throwable failure) {
        if (!(failure instanceof AwsServiceException service)) {
            return false;
        }
        boolean named = service.awsErrorDetails() != null
                && "LimitExceededException".equals(service.awsErrorDetails().errorCode());
        return named || service.isThrottlingException();
    }
}
