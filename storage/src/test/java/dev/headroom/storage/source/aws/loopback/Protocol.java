package dev.headroom.storage.source.aws.loopback;

/// How a service speaks on the wire.
enum Protocol {
    /// A form in, XML out, with a result element and `member` in lists.
    QUERY,
    /// The dialect of EC2: lists without `member`, answers without a result element.
    EC2,
    /// JSON in and out; the operation stands in a header.
    JSON,
    /// JSON out; the operation stands in the method and the path, what is asked for in the query or the body.
    REST_JSON
}
