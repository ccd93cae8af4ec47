package dev.headroom.storage.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.DocumentReader;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.cloudwatch.MetricDataReader;
import dev.headroom.storage.source.cloudwatch.MetricStatisticsReader;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.document.DocumentOutline;
import dev.headroom.storage.source.opencost.AllocationReader;
import dev.headroom.storage.source.prometheus.PrometheusReader;
import dev.headroom.storage.source.scan.ScannedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A JSON document whose format was recognised by its outline.
record RecognisedDocument(FileHead head, DocumentReader reader) {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    /// @return empty when the file is no JSON document of a known format
    /// @throws SourceException when it is one that holds no data by itself
    static Optional<RecognisedDocument> of(Path path, ImportOptions options) throws SourceException {
        if (ScannedFile.Parquet.isIn(path)) {
            return Optional.empty();
        }
        FileHead head = FileHead.read(path);
        if (!DocumentOutline.isDocument(head.text())) {
            return Optional.empty();
        }
        DocumentOutline outline = DocumentOutline.of(head.text());
        return reader(path, outline, options).map(reader -> new RecognisedDocument(head, reader));
    }

    private static Optional<DocumentReader> reader(Path path, DocumentOutline outline, ImportOptions options)
            throws SourceException {
        if (PrometheusReader.recognises(outline)) {
            return Optional.of(new PrometheusReader(options));
        }
        if (MetricDataReader.recognises(outline)) {
            return Optional.of(new MetricDataReader(path, options));
        }
        if (MetricStatisticsReader.recognises(outline)) {
            return Optional.of(new MetricStatisticsReader(path, options));
        }
        if (AllocationReader.recognises(outline)) {
            return Optional.of(new AllocationReader(options));
        }
        if (outline.has("MetricDataQueries") || outline.has("*.MetricStat")) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    "The file " + path.getFileName() + " has the queries of get-metric-data and no values; import the"
                            + " answer, beside which it is read.");
        }
        return Optional.empty();
    }

    FilePreview preview() {
        boolean gzip = head.compression() == TextInput.Compression.GZIP;
        return new FilePreview(
                head.path(),
                reader.format(),
                "JSON",
                head.encoding() + (gzip ? ", gzip" : ""),
                reader.recognised(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// Reads the whole document for nothing but what it leaves open, which only its values tell.
    ///
    /// @throws SourceException when an import would refuse it
    void check() throws SourceException {
        try (TextInput input = TextInput.open(head.path());
                JsonParser json = JSON.createParser(input.reader())) {
            reader.read(json, new DiscardingSink());
        } catch (JsonProcessingException malformed) {
            throw broken(malformed);
        } catch (IOException failure) {
            throw TextInput.problem(head.path(), failure);
        }
    }

    /// Reads the whole document into the transaction of its file.
    ///
    /// @return how many entries it has
    long readInto(FileReading reading, TextInput input, IngestProgress progress) throws IOException, SourceException {
        Path path = head.path();
        double bytes = Math.max(1, Files.size(path));
        DocumentEntries entries = new DocumentEntries(
                reading,
                path,
                count -> progress.advanced(path, count, Math.min(1, input.bytesRead() / bytes)),
                progress);
        try (JsonParser json = JSON.createParser(input.reader())) {
            reader.read(json, entries);
            if (json.nextToken() != null) {
                throw broken("something after the end of its document");
            }
        } catch (JsonProcessingException malformed) {
            throw broken(malformed);
        }
        return entries.count();
    }

    private SourceException broken(JsonProcessingException malformed) {
        return broken("at line " + malformed.getLocation().getLineNr() + ", column "
                + malformed.getLocation().getColumnNr() + ", or is cut off there");
    }

    private SourceException broken(String where) {
        return new SourceException(
                ErrorCode.FILE_BROKEN_JSON,
                "The file " + head.path().getFileName() + " is not correct JSON: " + where
                        + "; fetch it again. Nothing of it was imported.");
    }
}
