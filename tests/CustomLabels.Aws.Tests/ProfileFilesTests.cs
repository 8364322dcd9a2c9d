using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CustomLabels.Aws.Profiles;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>What the two shared AWS files say together.</summary>
public sealed class ProfileFilesTests
{
    [Theory]
    [InlineData("[default] # north yard\nregion = eu-west-1")]
    [InlineData("[default]; north yard\nregion = eu-west-1")]
    [InlineData("[other] # north yard\n[default]\nregion = eu-west-1\n[profile third] ; too")]
    [InlineData("[default]\nregion = eu-west-1 # home")]
    [InlineData("[default]\n  # indented\nregion = eu-west-1")]
    public void A_comment_ends_nothing(string config) => Assert.Equal("eu-west-1", Value(Read(config), "default", "region"));

    [Theory]
    [InlineData("[default]\nregion = us-east-1\nregion = eu-west-1")]
    [InlineData("[default]\nregion = us-east-1\n[profile x]\n[default]\nregion = eu-west-1")]
    public void Of_a_property_that_is_there_twice_the_last_counts(string config) => Assert.Equal("eu-west-1", Value(Read(config), "default", "region"));

    [Fact]
    public void A_section_that_is_there_twice_is_one()
    {
        var files = Read("[default]\nuse_fips_endpoint = true\n[profile x]\n[default]\nregion = eu-west-1\n", "[default]\naws_access_key_id = A\n");

        Assert.Equal(["true", "eu-west-1", "A"], new[] { "use_fips_endpoint", "region", "aws_access_key_id" }.Select(name => Value(files, "default", name)));
    }

    [Theory]
    [InlineData("profile 'north yard'", "north yard")]
    [InlineData("profile \"north yard\"", "north yard")]
    [InlineData("profile 'north yard ]'", "north yard ]")]
    [InlineData("profile 'north # yard'", "north # yard")]
    [InlineData("profile 'Nord-Hof Süd'", "Nord-Hof Süd")]
    [InlineData("profile 'it'\"'\"'s'", "it's")]
    public void A_name_may_stand_in_quotes(string header, string name) => Assert.Equal("eu-west-1", Value(Read($"[{header}]\nregion = eu-west-1\n"), name, "region"));

    [Theory]
    [InlineData("[a[b]] # x", "a[b]")]
    [InlineData("[say\"hi\"]", "say\"hi\"")]
    [InlineData("[it's];", "it's")]
    [InlineData("['north yard']", "north yard")]
    [InlineData("[ line4 ]", "line4")]
    public void In_the_credentials_file_a_name_is_all_between_the_brackets(string header, string name) =>
        Assert.Equal("A", Value(Read("", $"{header}\naws_access_key_id = A\n"), name, "aws_access_key_id"));

    [Fact]
    public void Sign_ons_and_services_may_stand_in_quotes_too()
    {
        var files = Read("[sso-session \"north yard\"]\nsso_region = eu-west-1\n[services 'north yard']\nrekognition =\n  endpoint_url = http://127.0.0.1:1\n");

        Assert.Equal("eu-west-1", files.SsoSessions["north yard"].Properties["sso_region"].Value);
        Assert.Equal("http://127.0.0.1:1", FileSyntax.Parts(files.Services["north yard"].Properties["rekognition"].Value)["endpoint_url"]);
    }

    [Fact]
    public void What_the_AWS_CLI_writes_without_quotes_is_found_by_its_name()
    {
        var files = Read("[profile 'north yard']\nregion = eu-west-1\n", "[north yard]\naws_access_key_id = A\n[south yard]\naws_access_key_id = B\n");

        Assert.Equal(["eu-west-1", "A"], new[] { "region", "aws_access_key_id" }.Select(name => Value(files, "north yard", name)));
        Assert.Equal("B", Value(files, "south yard", "aws_access_key_id"));
        Assert.Equal(["north yard", "south yard"], files.Names);
    }

    [Fact]
    public void A_broken_line_is_the_fault_of_its_section_alone()
    {
        var files = Read("[default]\nregion = eu-west-1\n[profile broken]\nendpoint_url http://127.0.0.1\nregion = x\n[profile after]\nregion = eu-west-2\n");

        Assert.Null(files.Find("default")!.Fault);
        Assert.Equal("eu-west-2", Value(files, "after", "region"));
        Assert.Equal("Line 4 of config: Expected an '=' sign defining a property", files.Find("broken")!.Fault);
        Assert.Equal([files.Find("broken")!.Fault!], files.Faults);
    }

    [Fact]
    public void A_header_that_is_not_closed_is_the_fault_of_the_section_that_it_means()
    {
        var files = Read("[profile before]\nregion = eu-west-1\n[default\nendpoint_url = http://127.0.0.1\n");

        Assert.Equal("Line 3 of config: Profile definition must end with ']'", files.Find("default")!.Fault);
        Assert.False(files.Find("before")!.Properties.ContainsKey("endpoint_url"));
    }

    [Fact]
    public void A_section_may_be_indented_as_a_whole()
    {
        var files = Read("  [default]\n  region = eu-west-1\n  output = json\n  s3 =\n    max_queue_size = 1\n");

        Assert.Equal(["eu-west-1", "json", "\nmax_queue_size = 1"], new[] { "region", "output", "s3" }.Select(name => Value(files, "default", name)));
        Assert.Empty(files.Faults);
    }

    private static ProfileFiles Read(string config, string credentials = "") => new(ProfileFile.Parse("config", config), ProfileFile.Parse("credentials", credentials));

    private static string? Value(ProfileFiles files, string profile, string property) =>
        files.Find(profile)?.Properties is { } properties && properties.TryGetValue(property, out var found) ? found.Value : null;

    [Fact]
    public void A_file_that_can_not_be_read_is_not_one_that_is_not_there()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(ProfileFile.Read(Path.Combine(folder.Path, "none", "config")).Fault);
        Assert.Null(ProfileFile.Read(Path.Combine(folder.Path, "config")).Fault);
        Assert.NotNull(ProfileFile.Read(folder.Path).Fault);
    }
}
