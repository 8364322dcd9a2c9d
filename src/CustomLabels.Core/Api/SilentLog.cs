namespace CustomLabels.Api;

/// <summary>For calls that nobody watches, such as those of a Tab press.</summary>
internal sealed class SilentLog : ICallLog
{
    public static readonly SilentLog Instance = new();

    public bool ShowsDebug => false;

    public void Verbose(string text)
    {
        // Nobody watches.
    }

    public void Debug(string text)
    {
        // Nobody watches.
    }
}
