namespace CustomLabels.Api;

/// <summary>What a run says on the way. Called from any thread.</summary>
public interface ICallLog
{
    /// <summary>For a user who wonders what takes so long: retries, throttles.</summary>
    /// <param name="text">One line, safe to print, without secrets.</param>
    void Verbose(string text);

    /// <summary>Whether anyone sees what <see cref="Debug"/> is told: where nobody does, nothing need be formatted.</summary>
    bool ShowsDebug { get; }

    /// <summary>For a user who wonders what was sent and answered.</summary>
    /// <param name="text">One line, safe to print, without secrets.</param>
    void Debug(string text);
}
