using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Aws.Profiles;
using Xunit;
using Xunit.Abstractions;

namespace CustomLabels.Aws.Tests;

/// <summary>AWS's own cases, which several of its SDKs are tested with: what each text is read as, or why it is refused.</summary>
public sealed class ProfileGoldenTests(ITestOutputHelper output)
{
    private const string Cases = "golden/14-aws-profile-files/profile-parser-tests.json";

    [SharedFact(Cases)]
    public void The_shared_files_are_read_as_AWS_reads_them()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf(Cases)));
        var cases = document.RootElement.GetProperty("tests").EnumerateArray().ToList();
        var wrong = cases.Where(one => !IsRight(one)).Select(one => one.GetProperty("name").GetString()!).ToList();

        output.WriteLine($"{cases.Count - wrong.Count} of {cases.Count} cases of AWS.");

        Assert.True(cases.Count > 60, "The cases are not there.");
        Assert.Equal([], wrong);
    }

    private static bool IsRight(JsonElement one)
    {
        var files = new ProfileFiles(Parsed(one, "configFile", "config"), Parsed(one, "credentialsFile", "credentials"));
        var expected = one.GetProperty("output");
        if (expected.TryGetProperty("errorContaining", out var error))
            return files.Faults.Any(fault => fault.Contains(error.GetString()!, StringComparison.Ordinal));

        var config = expected.GetProperty("config");
        return !files.Faults.Any() && AreEqual(config.GetProperty("profiles"), files.Profiles)
            && (!config.TryGetProperty("sso_sessions", out var sessions) || AreEqual(sessions, files.SsoSessions));
    }

    private static ProfileFile Parsed(JsonElement one, string member, string path) =>
        ProfileFile.Parse(path, one.GetProperty("input").TryGetProperty(member, out var text) ? text.GetString()! : "");

    private static bool AreEqual(JsonElement expected, IReadOnlyDictionary<string, Section> found)
    {
        var sections = expected.EnumerateObject().ToDictionary(section => section.Name, section => section.Value, StringComparer.Ordinal);
        return sections.Count == found.Count && sections.All(section => found.TryGetValue(section.Key, out var own)
            && section.Value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => (property.Name, property.Value.GetString()!))
                .SequenceEqual(own.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => (property.Key, property.Value.Value))));
    }
}
