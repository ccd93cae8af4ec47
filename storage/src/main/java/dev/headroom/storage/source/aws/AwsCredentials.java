package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// Finds the credentials of a login. Nothing is stored; what the SDK renews by itself stays in its memory.
final class AwsCredentials {
    private static final String SESSION = "headroom";

    private AwsCredentials() {}

    /// @throws AwsFailureException when the profile is not there, or a code is needed and nobody gives one
    static AwsCredentialsProvider of(AwsLogin login, Region region, MfaPrompt prompt) throws AwsFailureException {
        Optional<Profile> profile = profile(login);
        // The SDK takes no notice of mfa_serial in a profile, so such a role is taken here.
        Optional<AwsLogin.Role> guarded = profile.filter(
                        known -> known.property(ProfileProperty.MFA_SERIAL).isPresent())
                .flatMap(known -> known.property(ProfileProperty.ROLE_ARN)
                        .map(arn -> new AwsLogin.Role(
                                arn,
                                known.property(ProfileProperty.EXTERNAL_ID),
                                known.property(ProfileProperty.MFA_SERIAL))));
        AwsCredentialsProvider base = guarded.isPresent()
                ? named(profile.flatMap(known -> known.property(ProfileProperty.SOURCE_PROFILE)))
                : named(login.profile());
        if (guarded.isPresent()) {
            base = assumed(base, guarded.get(), region, prompt);
        }
        return login.role().isPresent() ? assumed(base, login.role().get(), region, prompt) : base;
    }

    private static Optional<Profile> profile(AwsLogin login) throws AwsFailureException {
        if (login.profile().isEmpty()) {
            return Optional.empty();
        }
        Optional<Profile> found =
                ProfileFile.defaultProfileFile().profile(login.profile().get());
        if (found.isEmpty()) {
            throw new AwsFailureException(Reason.NO_LOGIN, AwsFailures.noLogin(login));
        }
        return found;
    }

    private static AwsCredentialsProvider named(Optional<String> profile) {
        return profile.<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    static AwsCredentialsProvider assumed(
            AwsCredentialsProvider base, AwsLogin.Role role, Region region, MfaPrompt prompt)
            throws AwsFailureException {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(role.arn()).roleSessionName(SESSION);
        role.externalId().ifPresent(request::externalId);
        if (role.mfaSerial().isPresent()) {
            String serial = role.mfaSerial().get();
            String code = prompt.code(serial)
                    .orElseThrow(() -> new AwsFailureException(
                            Reason.NO_LOGIN, "The role asks for the code of " + serial + ", and nobody gave one."));
            request.serialNumber(serial).tokenCode(code);
        }
        StsClient client =
                StsClient.builder().region(region).credentialsProvider(base).build();
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(client)
                .refreshRequest(request.build())
                .build();
    }
}
