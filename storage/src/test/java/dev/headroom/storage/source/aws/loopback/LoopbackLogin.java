package dev.headroom.storage.source.aws.loopback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Makes a loopback server the AWS of this process, with a login for the default chain and one for the profile
/// `analyst`, until it is closed; then the server is closed, too.
public final class LoopbackLogin implements AutoCloseable {
    private static final String PROFILE = """
            [profile analyst]
            region = eu-central-1
            """;
    private static final String SECRETS = """
            [default]
            aws_access_key_id = AKIAANALYST
            aws_secret_access_key = very-secret-text
            [analyst]
            aws_access_key_id = AKIAANALYST
            aws_secret_access_key = very-secret-text
            """;

    private final Properties before = new Properties();
    private final LoopbackAws aws;

    /// @param folder for the files of the login
    public LoopbackLogin(LoopbackAws aws, Path folder) throws IOException {
        this(aws, folder, "");
    }

    /// @param profiles more of them, as in the configuration of AWS
    public LoopbackLogin(LoopbackAws aws, Path folder, String profiles) throws IOException {
        this.aws = aws;
        before.putAll(System.getProperties());
        Path config = Files.writeString(folder.resolve("config"), PROFILE + profiles);
        Path secrets = Files.writeString(folder.resolve("credentials"), SECRETS);
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", secrets.toString());
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
    }

    @Override
    public void close() {
        System.setProperties(before);
        aws.close();
    }
}
