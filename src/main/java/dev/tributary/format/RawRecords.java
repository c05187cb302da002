package dev.tributary.format;

/** Whether events are answered with the upstream records they were made of. */
public enum RawRecords {
    LEFT_OUT,
    INCLUDED
}
