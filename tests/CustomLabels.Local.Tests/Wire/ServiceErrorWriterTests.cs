using System.Text;
using CustomLabels.Api.Protocol;
using CustomLabels.Api.Transport;
using Xunit;

namespace CustomLabels.Local.Tests.Wire;

public class ServiceErrorWriterTests
{
    [Theory]
    [InlineData("ImageTooLargeException", "It's \"large\".", """{"__type":"ImageTooLargeException","Code":"ImageTooLargeException","Logref":"id","Message":"It's \"large\"."}""")]
    [InlineData("ValidationException", "Value 'x'", """{"__type":"ValidationException","message":"Value 'x'"}""")]
    [InlineData("SerializationException", "", """{"__type":"SerializationException"}""")]
    public void Errors_of_the_service_and_of_its_front_end_are_each_written_in_their_way(string code, string message, string expected)
    {
        Assert.Equal(expected, Encoding.UTF8.GetString(ServiceErrorWriter.Write(new ServiceException(code, message), "id")));
    }
}
