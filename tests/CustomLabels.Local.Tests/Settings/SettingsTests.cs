using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Local.Tests.Support;
using Xunit;

namespace CustomLabels.Local.Tests.Settings;

public class SettingsTests
{
    [Fact]
    public void A_model_is_taken_from_keys_in_any_case()
    {
        var model = LocalModel.FromSettings(new Hashtable
        {
            ["project"] = "lines",
            ["VERSION"] = "v1",
            ["Manifest"] = "m.jsonl",
            ["ImageRoot"] = "images",
            ["MinInferenceUnits"] = "2",
            ["MaxInferenceUnits"] = 3.0,
            ["Status"] = "STOPPED",
            ["AssumedThreshold"] = 12.5m,
            ["UnitSchedule"] = new object[] { new Hashtable { ["Seconds"] = 0.5, ["Units"] = 2L }, new Hashtable { ["Seconds"] = 10, ["Units"] = 3 } },
        });
        Assert.Equal(("lines", "v1", "m.jsonl", "images", 2, 3, "STOPPED", 12.5), (model.Project, model.Version, model.Manifest, model.ImageRoot, model.MinInferenceUnits, model.MaxInferenceUnits, model.Status, model.AssumedThreshold));
        Assert.Equal([new LocalUnitStep(0.5, 2), new LocalUnitStep(10, 3)], model.UnitSchedule);
    }

    [Fact]
    public void What_a_model_does_not_say_is_the_default_and_null_says_nothing()
    {
        var model = LocalModel.FromSettings(new Dictionary<string, object?> { ["Manifest"] = "m", ["Status"] = null, ["ProjectVersionArn"] = "arn" });
        Assert.Equal(new LocalModel { Manifest = "m", ProjectVersionArn = "arn" }, model with { UnitSchedule = new LocalModel().UnitSchedule });
        Assert.Equal(("RUNNING", 1, null), (model.Status, model.MinInferenceUnits, model.MaxInferenceUnits));
    }

    [Fact]
    public void A_trouble_is_taken_from_keys_and_one_value_is_a_list_of_one()
    {
        var trouble = LocalTrouble.FromSettings(new Hashtable { ["Kind"] = "Stall", ["Rate"] = 0.05, ["Call"] = 3, ["Image"] = "a.jpg", ["Duration"] = 1.5, ["Operation"] = "DescribeProjects" });
        Assert.Equal(("Stall", 0.05, TimeSpan.FromSeconds(1.5), "DescribeProjects"), (trouble.Kind, trouble.Rate, trouble.Duration, trouble.Operation));
        Assert.Equal(3, Assert.Single(trouble.Call));
        Assert.Equal("a.jpg", Assert.Single(trouble.Image));
        var many = LocalTrouble.FromSettings(new Hashtable { ["Kind"] = "Reset", ["Call"] = new[] { 3, 7 }, ["Image"] = new ArrayList { "a", "b" } });
        Assert.Equal([3, 7], many.Call);
        Assert.Equal(["a", "b"], many.Image);
        Assert.Equal("DetectCustomLabels", many.Operation);
    }

    public static TheoryData<Func<object>, string> Wrong => new()
    {
        { () => LocalModel.FromSettings(new Hashtable { ["Projct"] = "x" }), "'Projct' is not a key of a model. Allowed: Project, Version, ProjectVersionArn, Manifest, ImageRoot, MinInferenceUnits, MaxInferenceUnits, Status, StatusAfterStart, AssumedThreshold, UnitSchedule." },
        { () => LocalModel.FromSettings(new Hashtable { ["Status"] = "STOPPED", ["status"] = "RUNNING" }), "of a model is there twice" },
        { () => LocalModel.FromSettings(new Hashtable { ["MinInferenceUnits"] = 1.5 }), "MinInferenceUnits of a model is '1.5' and has to be a whole number" },
        { () => LocalModel.FromSettings(new Hashtable { ["AssumedThreshold"] = "7,5" }), "AssumedThreshold of a model is '7,5' and has to be a number" },
        { () => LocalModel.FromSettings(new Hashtable { ["Manifest"] = 3 }), "Manifest of a model is '3' and has to be a text" },
        { () => LocalModel.FromSettings(new Hashtable { ["UnitSchedule"] = new[] { 1, 2 } }), "UnitSchedule of a model is '1' and has to be a list of keys with values" },
        { () => LocalModel.FromSettings(new Hashtable { ["UnitSchedule"] = new Hashtable { ["Second"] = 1 } }), "'Second' is not a key of a step of UnitSchedule. Allowed: Seconds, Units." },
        { () => LocalTrouble.FromSettings(new Hashtable { ["Kind"] = "Reset", ["Rte"] = 1 }), "'Rte' is not a key of a trouble. Allowed: Kind, Rate, Call, Image, Operation, Duration." },
        { () => LocalTrouble.FromSettings(new Hashtable { ["Duration"] = -1 }), "Duration of a trouble is '-1' and has to be seconds, 0 to 3600" },
        { () => LocalTrouble.FromSettings(new Hashtable { ["Call"] = new object[] { 1, "x" } }), "Call of a trouble is 'x' and has to be a number" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_can_not_be_taken_is_an_error_that_names_it_and_what_is_allowed(Func<object> take, string message)
    {
        Assert.Contains(message, Assert.Throws<LocalOptionException>(take).Message, StringComparison.Ordinal);
    }

    public static TheoryData<LocalTrouble, string> ImpossibleTroubles => new()
    {
        { new LocalTrouble { Kind = "Rset" }, "'Rset' is not a Kind of trouble. Allowed: Reset, Truncated, Stall, AccessDeniedException, " },
        { new LocalTrouble { Kind = "Reset", Rate = 1.1 }, "Rate of Reset is 1.1 and may be 0 to 1." },
        { new LocalTrouble { Kind = "Reset", Rate = double.NaN }, "Rate of Reset is NaN" },
        { new LocalTrouble { Kind = "Reset", Call = [0] }, "Call of Reset is 0 and may be 1 to 2147483647." },
        { new LocalTrouble { Kind = "Reset", Operation = "Detect" }, "'Detect' is not an Operation. Allowed: DetectCustomLabels, " },
        { new LocalTrouble { Kind = "Reset", Operation = "TagResource", Image = ["board.jpg"] }, "TagResource has no Image." },
        { new LocalTrouble { Kind = "Reset", Duration = TimeSpan.FromSeconds(1) }, "Reset has no Duration; only Stall has." },
        { new LocalTrouble { Kind = "Stall", Duration = TimeSpan.FromHours(2) }, "Duration of Stall is 7200 and may be 0 to 3600 seconds." },
        { new LocalTrouble { Kind = "Reset", Image = ["bord.jpg"] }, "No model has an Image 'bord.jpg'." },
        { new LocalTrouble { Kind = "Reset", Image = ["oard.jpg"] }, "No model has an Image 'oard.jpg'." },
    };

    [Theory]
    [MemberData(nameof(ImpossibleTroubles), DisableDiscoveryEnumeration = true)]
    public void A_trouble_that_can_not_be_is_an_error_that_says_why(LocalTrouble trouble, string message)
    {
        var error = Assert.Throws<LocalOptionException>(() => new TestEndpoint(options => options with { Troubles = [trouble] }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal("Troubles", error.ParamName);
    }

    [Fact]
    public void An_image_that_only_the_folder_has_can_be_meant_by_its_key()
    {
        using var local = new TestEndpoint(options => options with { Troubles = [new LocalTrouble { Kind = "Reset", Image = ["unlabelled.png"] }] });
        Assert.True(local.Endpoint.IsRunning);
    }
}
