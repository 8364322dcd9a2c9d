using System;
using CustomLabels.Cli.Input;
using Xunit;

namespace CustomLabels.Core.Tests.Cli.Input;

/// <summary>Reads input as the cmdlet does, and what is wrong with it.</summary>
internal static class Inputs
{
    public static CliRequest Json(string text, CliBinaryFormat format = CliBinaryFormat.Base64) => CliInputArgument.Json(text).ReadText(format);

    public static string Problem(Func<object?> read)
    {
        var error = Assert.Throws<CustomLabelsException>(read).Error;
        Assert.Equal((ErrorId.RequestInvalid, ErrorScope.Run), (error.Id, error.Scope));
        Assert.NotEmpty(error.RecommendedAction);
        return error.Message;
    }
}
