package dev.headroom.storage.source.aws.loopback;

import software.amazon.awssdk.core.SdkPojo;

/// Answers one operation.
@FunctionalInterface
public interface Handler<Q extends SdkPojo> {
    SdkPojo answer(Q request, Call call) throws Fault;
}
