package dev.headroom.storage.source.aws;

import java.time.YearMonth;

/// The current delivery of a month by an export.
///
/// @param export where the export is
/// @param manifest what lists its files; written after all of them
public record ExportDelivery(S3Address export, YearMonth period, AwsObjects.Stored manifest) {}
