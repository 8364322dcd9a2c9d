namespace CustomLabels;

/// <summary>What a lease holds a model for.</summary>
public enum LeaseKind
{
    /// <summary>For a block of Use-RKModel: until it ends, or its process does.</summary>
    Scope,

    /// <summary>Until a time: Start-RKModel -StopAfter.</summary>
    Timed,
}
