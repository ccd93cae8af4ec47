package dev.headroom.storage.source.aws;

/// Every action that writes to AWS, each only where a user has switched it on. They are no part of the policy
/// that only reads.
public enum AwsWrite {
    OBJECT("s3:PutObject"),
    METRICS("cloudwatch:PutMetricData"),
    MESSAGE("sns:Publish");

    private final String iam;

    AwsWrite(String iam) {
        this.iam = iam;
    }

    /// As a policy names it, such as `s3:PutObject`.
    public String iam() {
        return iam;
    }
}
