using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Leases;
using Xunit;

namespace CustomLabels.Core.Tests.Leases;

public sealed class LeaseStoreTests : IDisposable
{
    private readonly LeaseScene _scene = new();

    public void Dispose() => _scene.Dispose();

    public static TheoryData<string, string> Damages => new()
    {
        { "torn", """{"FormatVersion":1,"Id":"ID","Kind":"Sco""" },
        { "empty", "" },
        { "binary", "\0\u0001\u0002" },
        { "deep", new string('[', 5000) },
        { "no object", "[1,2]" },
        { "other format", """{"FormatVersion":2,"Id":"ID"}""" },
        { "format of text", """{"FormatVersion":"1"}""" },
        { "other id", """{"FormatVersion":1,"Id":"00000000000000000000000000000000"}""" },
        { "huge", new string(' ', 70_000) },
        { "hostile arn", """{"FormatVersion":1,"Id":"ID","ProjectVersionArn":"arn:aws:rekognition:us-east-1:123456789012:project/../../version/v1/1"}""" },
    };

    [Fact]
    public void A_lease_comes_back_as_it_was_written()
    {
        var lease = _scene.Scope() with { ProfileName = "line 4 \"ü\"", ProfileLocation = "/home/a b/credentials", LastError = "x\ny", MinInferenceUnits = 3, UnconfirmedSince = _scene.Clock.UtcNow };
        _scene.Store.Write(lease);
        Assert.Equal(lease, _scene.Store.Read(lease.Id));
        _scene.Store.Write(lease with { State = LeaseState.Due });
        Assert.Equal(LeaseState.Due, Assert.Single(_scene.Store.List().Leases).State);
        _scene.Store.Remove(lease);
        _scene.Store.Remove(lease);
        Assert.Null(_scene.Store.Read(lease.Id));
        Assert.Null(LeaseStore.Find(_scene.Folder, _scene.Clock));
    }

    [Fact]
    public void A_new_lease_is_prepared_then_asked_for_then_confirmed()
    {
        var lease = ModelLease.Scope(LeaseScene.Place, _scene.Clock.UtcNow, TimeSpan.FromHours(12));
        Assert.Equal((LeaseState.Prepared, null, lease.Id), (lease.State, lease.UnconfirmedSince, lease.Tag));
        var asked = lease.Asked(_scene.Clock.UtcNow);
        Assert.Equal((LeaseState.Starting, lease.StartedAt), (asked.State, asked.UnconfirmedSince));
        Assert.Equal((LeaseState.Held, null), (asked.Confirmed().State, asked.Confirmed().UnconfirmedSince));
        Assert.Equal((LeaseScene.Account, LeaseScene.Region, "lines/v1"), (lease.Account, lease.Region, lease.Name));
        Assert.Equal(DateTime.MaxValue, ModelLease.Timed(LeaseScene.Place, _scene.Clock.UtcNow, TimeSpan.MaxValue).StopAt);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_file_that_is_no_lease_is_told_with_its_path_stops_no_other_and_stays(string what, string content)
    {
        var good = _scene.Write(_scene.Timed());
        var id = Guid.NewGuid().ToString("N");
        var path = Path.Combine(_scene.Folder, id + ".json");
        File.WriteAllText(path, content.Replace("ID", id));

        var listing = _scene.Store.List();

        Assert.True(listing.Leases.Select(lease => lease.Id).SequenceEqual([good.Id]), what);
        Assert.Contains(path, Assert.Single(listing.Warnings), StringComparison.Ordinal);
        Assert.True(File.Exists(path));
        Assert.Null(_scene.Store.Read(id));
    }

    [Theory]
    [InlineData("evil\u001b[2J.json")]
    [InlineData("a b'$(rm).json")]
    [InlineData("0123456789abcdef0123456789ABCDEF.json")]
    public void A_file_of_another_name_is_passed_over_and_its_name_is_safe_to_print(string name)
    {
        File.WriteAllText(Path.Combine(_scene.Folder, name), "{}");
        var warning = Assert.Single(_scene.Store.List().Warnings);
        Assert.DoesNotContain('\u001b', warning);
    }

    [Fact]
    public void What_is_written_keeps_to_the_schema()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(PathOfSchema())).RootElement;
        foreach (var lease in new[] { _scene.Scope(), _scene.Timed(), ModelLease.Scope(LeaseScene.Place, DateTime.UtcNow, TimeSpan.FromHours(1)), _scene.Scope() with { Tag = null, ProfileName = "p", ProfileLocation = "l", LastError = "e" } })
        {
            _scene.Store.Write(lease);
            using var written = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_scene.Folder, lease.Id + ".json")));
            var members = written.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
            var properties = schema.GetProperty("properties").EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
            Assert.Empty(members.Keys.Except(properties.Keys, StringComparer.Ordinal));
            Assert.Empty(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Except(members.Keys, StringComparer.Ordinal));
            Assert.All(members, member => AssertOf(properties[member.Key], member.Value));
        }
    }

    [UnixFact]
    public void A_full_device_is_said_and_what_was_there_before_is_whole()
    {
        var lease = _scene.Write(_scene.Timed());
        var full = new LeaseStoreOnFullDevice(_scene.Folder, _scene.Clock);
        var error = Assert.Throws<CustomLabelsException>(() => full.Store.Write(lease with { State = LeaseState.Due }));
        Assert.Equal(ErrorId.LeaseWriteFailed, error.Error.Id);
        Assert.Equal(lease, _scene.Store.Read(lease.Id));
    }

    private static void AssertOf(JsonElement rule, JsonElement value)
    {
        if (rule.TryGetProperty("const", out var only)) Assert.Equal(only.ToString(), value.ToString());
        if (rule.TryGetProperty("enum", out var words)) Assert.Contains(value.GetString(), words.EnumerateArray().Select(word => word.GetString()));
        if (rule.TryGetProperty("pattern", out var pattern)) Assert.Matches(pattern.GetString()!, value.GetString());
        if (rule.TryGetProperty("type", out var type)) Assert.Equal(type.GetString() == "integer" ? JsonValueKind.Number : JsonValueKind.String, value.ValueKind);
        if (rule.TryGetProperty("format", out var format) && format.GetString() == "date-time") Assert.Equal(DateTimeKind.Utc, value.GetDateTime().Kind);
    }

    private static string PathOfSchema()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CustomLabels.slnx"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "docs", "reference", "model-lease.schema.json");
    }
}
