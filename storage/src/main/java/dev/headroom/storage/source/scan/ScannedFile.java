package dev.headroom.storage.source.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file that a scan can read, and how.
public sealed interface ScannedFile {
    Path path();

    /// The table expression with all columns as text, named `c0`, `c1` and so on.
    String source(int columns);

    /// The expression of the line or row number; 0 where the scan does not know it.
    String line();

    /// A delimited file with a header, plain or gzip.
    record Delimited(Path path, char delimiter, boolean gzip) implements ScannedFile {
        @Override
        public String source(int columns) {
            List<String> types = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                types.add(ScanQuery.quoted(ScanQuery.name(i)) + ": 'VARCHAR'");
            }
            return "read_csv(" + ScanQuery.quoted(path.toString()) + ", header = true, auto_detect = false, delim = "
                    + ScanQuery.quoted(String.valueOf(delimiter)) + ", quote = '\"', escape = '\"', columns = {"
                    + String.join(", ", types) + "}, nullstr = ['', 'NULL', 'null', 'Null'], allow_quoted_nulls = true"
                    + ", max_line_size = 1048576, compression = '" + (gzip ? "gzip" : "none") + "')";
        }

        @Override
        public String line() {
            return "0";
        }
    }

    /// A Parquet file.
    ///
    /// @param columns the names of its columns
    /// @param texts the expressions of the columns as text
    record Parquet(Path path, List<String> columns, List<String> texts) implements ScannedFile {
        private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

        public Parquet {
            columns = List.copyOf(columns);
            texts = List.copyOf(texts);
        }

        /// True when the file begins as Parquet files do.
        public static boolean isIn(Path path) {
            try (InputStream in = Files.newInputStream(path)) {
                return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
            } catch (IOException unreadable) {
                return false;
            }
        }

        /// Reads the names and types of the columns.
        ///
        /// @throws IOException when it is no Parquet file that can be read
        public static Parquet of(Path path) throws IOException {
            List<String> names = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (List<String> column : rows("DESCRIBE SELECT * FROM " + table(path), 2)) {
                names.add(column.get(0));
                texts.add(text(column.get(0), column.get(1)));
            }
            return new Parquet(path, names, texts);
        }

        private static String table(Path path) {
            return "read_parquet(" + ScanQuery.quoted(path.toString()) + ")";
        }

        /// Maps and structures become JSON, instants ISO text in UTC.
        private static String text(String name, String type) {
            String column = '"' + name.replace("\"", "\"\"") + '"';
            if (type.startsWith("MAP") || type.startsWith("STRUCT") || type.endsWith("[]")) {
                return "CAST(to_json(" + column + ") AS VARCHAR)";
            }
            return type.startsWith("TIMESTAMP")
                    ? "strftime(make_timestamp(epoch_us(" + column + ")), '%Y-%m-%dT%H:%M:%SZ')"
                    : "CAST(" + column + " AS VARCHAR)";
        }

        /// The first rows as text.
        public List<List<String>> sample(int count) throws IOException {
            return rows(
                    "SELECT " + String.join(", ", texts) + " FROM " + table(path) + " LIMIT " + count, columns.size());
        }

        private static List<List<String>> rows(String query, int width) throws IOException {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                List<List<String>> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> fields = new ArrayList<>();
                    for (int i = 1; i <= width; i++) {
                        String text = row.getString(i);
                        fields.add(text == null ? "" : text);
                    }
                    rows.add(fields);
                }
                return rows;
            } catch (SQLException failure) {
                throw new IOException("The Parquet file cannot be read.", failure);
            }
        }

        @Override
        public String source(int count) {
            List<String> named = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                named.add("nullif(" + texts.get(i) + ", '') AS " + ScanQuery.name(i));
            }
            return "(SELECT " + String.join(", ", named) + ", file_row_number FROM read_parquet("
                    + ScanQuery.quoted(path.toString()) + ", file_row_number = true))";
        }

        @Override
        public String line() {
            return "file_row_number + 1";
        }
    }
}
