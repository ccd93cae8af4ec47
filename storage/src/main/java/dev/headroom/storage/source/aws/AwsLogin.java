package dev.headroom.storage.source.aws;

import java.util.Optional;

/// How to get into an account. Nothing of it is secret, and nothing secret is kept.
///
/// @param profile a profile of the configuration of AWS; empty for the default chain
/// @param role the role to take from there; empty for none
public record AwsLogin(Optional<String> profile, Optional<Role> role) {
    /// The default chain: environment, default profile, container, instance.
    public static AwsLogin usual() {
        return new AwsLogin(Optional.empty(), Optional.empty());
    }

    public AwsLogin withProfile(String name) {
        return new AwsLogin(Optional.of(name), role);
    }

    public AwsLogin withRole(Role taken) {
        return new AwsLogin(profile, Optional.of(taken));
    }

    /// A role.
    ///
    /// @param arn such as `arn:aws:iam::111122223333:role/headroom-read`
    /// @param externalId what the account asks of strangers; empty for none
    /// @param mfaSerial the device whose code is asked; empty for none
    public record Role(String arn, Optional<String> externalId, Optional<String> mfaSerial) {
        /// The same role of another account.
        ///
        /// @param template with `{account}` in the place of the number
        public static Role of(String template, String account, Optional<String> externalId) {
            return new Role(template.replace("{account}", account), externalId, Optional.empty());
        }
    }
}
