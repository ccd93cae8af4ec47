package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.time.Duration;
import java.time.Instant;

/// Serves invented accounts until it is ended, to try a pull by hand and to measure it:
///
///     java -cp ... dev.headroom.storage.pull.ServeAccounts ACCOUNTS SERVERS_PER_REGION
///
/// It prints the environment with which `headroom pull aws` finds it.
public final class ServeAccounts {
    private ServeAccounts() {}

    public static void main(String[] arguments) throws Exception {
        GeneratedAccounts accounts =
                new GeneratedAccounts(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Instant.now());
        try (LoopbackAws aws = accounts.serve(new LoopbackAws())) {
            System.out.println("export AWS_ENDPOINT_URL=" + aws.endpoint() + " AWS_REGION=eu-central-1"
                    + " AWS_ACCESS_KEY_ID=AKIAEXAMPLE AWS_SECRET_ACCESS_KEY=example");
            Thread.sleep(Duration.ofDays(1));
        }
    }
}
