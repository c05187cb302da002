package dev.tributary.upstream.auth;

import java.net.URI;

/**
 * The identity that CCE gives to a pod.
 *
 * @param url where its keys are asked for
 * @param tokenFile holds what proves which pod asks; CCE writes it anew from time to time
 */
public record PodIdentity(URI url, String tokenFile) {}
