using System;

namespace CustomLabels.Local.Server;

/// <summary>The command line is wrong.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}
