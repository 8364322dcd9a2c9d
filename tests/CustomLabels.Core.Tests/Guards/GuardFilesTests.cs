using System;
using System.Linq;
using System.Text;
using CustomLabels.Guards;
using Xunit;

namespace CustomLabels.Core.Tests.Guards;

public sealed class GuardFilesTests : IDisposable
{
    private static readonly DateTime PassedAt = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    private GuardPlace Place => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_script_holds_each_path_as_one_text_of_PowerShell()
    {
        var script = GuardScript.Of(new GuardPlace("/l'x\u2019$(id)"), "/m\u2018;rm @leases @pass");
        Assert.Equal([0xEF, 0xBB, 0xBF], script.Take(3));
        var text = Encoding.UTF8.GetString(script);
        Assert.Contains("\n$module = '/m\u2018\u2018;rm @leases @pass'\n", text, StringComparison.Ordinal);
        Assert.Contains("\n$leases = '/l''x\u2019\u2019$(id)'\n", text, StringComparison.Ordinal);
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => GuardScript.Of(Place, "/m\n'x'")));
        Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => GuardScript.Of(Place, $"/half{'\ud800'}")));
    }

    [Fact]
    public void What_a_pass_noted_is_read_and_what_is_torn_or_foreign_is_none()
    {
        Assert.Null(GuardPass.Read(Place));
        _folder.Write("guard/pass.json", """{"PassedAt":"2026-05-01T12:00:00.0000000Z","Leases":2,"Stopped":["a/v1"],"Errors":[]}""");
        var pass = GuardPass.Read(Place)!;
        Assert.Equal(PassedAt, pass.PassedAt);
        Assert.Equal(2, pass.Leases);
        Assert.Equal(["a/v1"], pass.Stopped);
        Assert.Empty(pass.Errors);
        foreach (var content in new[] { "", "{", "[]", "{}", "null", """{"PassedAt":"x","Leases":2,"Stopped":[],"Errors":[]}""", """{"PassedAt":null,"Leases":"2","Stopped":1,"Errors":null}""" })
        {
            _folder.Write("guard/pass.json", content);
            Assert.Null(GuardPass.Read(Place));
        }
    }

    [Fact]
    public void A_guard_that_was_silent_for_hours_looks_after_nothing()
    {
        Assert.False(GuardPass.IsRecent(Place, PassedAt));
        _folder.Write("guard/pass.json", """{"PassedAt":"2026-05-01T12:00:00Z","Leases":0,"Stopped":[],"Errors":[]}""");
        Assert.True(GuardPass.IsRecent(Place, PassedAt.AddMinutes(119)));
        Assert.False(GuardPass.IsRecent(Place, PassedAt.AddMinutes(121)));
    }

    [Fact]
    public void A_folder_has_one_guard_however_it_is_written_and_another_folder_another()
    {
        Assert.Equal(GuardPlace.Of(_folder.Path), GuardPlace.Of(_folder.PathOf("x/../")));
        Assert.NotEqual(GuardPlace.Of(_folder.Path).Name, GuardPlace.Of(_folder.PathOf("x")).Name);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(300, true)]
    [InlineData(3600, true)]
    [InlineData(0, false)]
    [InlineData(5, false)]
    [InlineData(90, false)]
    [InlineData(420, false)]
    [InlineData(7200, false)]
    public void An_interval_is_one_that_every_scheduler_keeps(int seconds, bool isAllowed)
    {
        var interval = TimeSpan.FromSeconds(seconds);
        if (isAllowed) Assert.Equal(interval, GuardInterval.Require(interval));
        else Assert.Equal(ErrorId.RequestInvalid, GuardScene.Refusal(() => GuardInterval.Require(interval)));
    }

    [Theory]
    [InlineData("""a""", """a""")]
    [InlineData("""C:\a b\""", "\"C:\\a b\\\\\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\\"b c", "\"a\\\\\\\"b c\"")]
    [InlineData("", "\"\"")]
    public void Arguments_are_quoted_as_Windows_programs_take_them_apart(string argument, string text) => Assert.Equal($"-x {text}", CommandLine.Of(["-x", argument]));
}
