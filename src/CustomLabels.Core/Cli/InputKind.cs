namespace CustomLabels.Cli;

/// <summary>What a value of an input file is: the types of JSON, and those that only YAML has.</summary>
internal enum InputKind
{
    /// <summary>Members with names.</summary>
    Map,

    /// <summary>Values without names; no request has one.</summary>
    List,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number without a fraction or an exponent.</summary>
    Whole,

    /// <summary>Another number.</summary>
    Real,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Nothing.</summary>
    Null,

    /// <summary>Bytes: YAML's <c>!!binary</c>.</summary>
    Binary,

    /// <summary>A date: YAML reads one where JSON has text.</summary>
    Date,
}
