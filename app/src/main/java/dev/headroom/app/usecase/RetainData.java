package dev.headroom.app.usecase;

import dev.headroom.storage.Password;
import dev.headroom.storage.cache.Retention;
import dev.headroom.storage.cache.RetentionPolicy;
import dev.headroom.storage.cache.RetentionReport;
import dev.headroom.storage.workspace.Workspace;
import dev.headroom.storage.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Removes what is older than a policy keeps, or says what that would be.
public final class RetainData {
    private final Path folder;
    private final Passwords passwords;

    /// @param folder of a workspace that nobody has open
    public RetainData(Path folder, Passwords passwords) {
        this.folder = folder;
        this.passwords = passwords;
    }

    /// How days of readings are kept when the readings go.
    public enum RollUp {
        NONE,
        DAILY
    }

    /// Whether it is only tried.
    public enum Mode {
        DRY_RUN,
        REMOVE
    }

    /// Something that is removed, or would be.
    ///
    /// @param rows observations, refused rows or forecasts
    /// @param rolledUp days that were added to daily series
    public record Removed(
            String kind, String subject, long rows, Instant first, Instant last, long bytes, long rolledUp) {}

    /// Something old that stays, and why.
    public record Spared(String kind, String subject, String why) {}

    /// @param policy in words
    public record Result(String policy, List<Removed> removed, List<Spared> spared) {
        public Result {
            removed = List.copyOf(removed);
            spared = List.copyOf(spared);
        }

        public long rows() {
            return removed.stream().mapToLong(Removed::rows).sum();
        }

        public long bytes() {
            return removed.stream().mapToLong(Removed::bytes).sum();
        }
    }

    /// The policy of a file.
    public static String read(Path file) throws UseCaseException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT, "HR-3210", "The policy " + file + " cannot be read.", e);
        }
    }

    /// @param policy such as `hourly=400d,rejects=90d`
    /// @throws UseCaseException of kind USAGE when the policy cannot be read
    public Result run(String policy, RollUp rollUp, Instant now, Mode mode) throws UseCaseException {
        RetentionPolicy parsed = parsed(policy, rollUp);
        if (!Files.exists(folder)) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT, "HR-3201", "There is no workspace in " + folder + ".");
        }
        try {
            char[] characters =
                    Workspace.isEncrypted(folder) ? passwords.find(folder).orElse(new char[0]) : new char[0];
            try (Password password = ProtectWorkspace.password(characters)) {
                return result(
                        parsed,
                        Workspace.retain(
                                folder,
                                password,
                                parsed,
                                now,
                                mode == Mode.REMOVE ? Retention.Mode.REMOVE : Retention.Mode.DRY_RUN));
            } finally {
                Arrays.fill(characters, '\0');
            }
        } catch (WorkspaceException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static RetentionPolicy parsed(String policy, RollUp rollUp) throws UseCaseException {
        try {
            return RetentionPolicy.parse(
                    policy, rollUp == RollUp.DAILY ? RetentionPolicy.RollUp.DAILY : RetentionPolicy.RollUp.NONE);
        } catch (IllegalArgumentException e) {
            throw new UseCaseException(UseCaseException.Kind.USAGE, "HR-3211", String.valueOf(e.getMessage()), e);
        }
    }

    private static Result result(RetentionPolicy policy, RetentionReport report) {
        return new Result(
                policy.text(),
                report.removed().stream()
                        .map(one -> new Removed(
                                one.kind(),
                                one.subject(),
                                one.rows(),
                                one.first(),
                                one.last(),
                                one.bytes(),
                                one.rolledUp()))
                        .toList(),
                report.spared().stream()
                        .map(one -> new Spared(one.kind(), one.subject(), one.why()))
                        .toList());
    }
}
