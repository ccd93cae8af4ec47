package dev.headroom.storage.source.aws;

import java.util.Optional;

/// Asks a person for the code of a device.
@FunctionalInterface
public interface MfaPrompt {
    /// Nobody can be asked.
    MfaPrompt NOBODY = serial -> Optional.empty();

    /// @param serial of the device, such as `arn:aws:iam::111122223333:mfa/analyst`
    /// @return the code; empty when nobody gave one
    Optional<String> code(String serial);
}
